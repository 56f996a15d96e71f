import { type Command, Option } from 'commander';
import { jsonSchemaOf, SCHEMA_SUBJECTS, type SchemaSubject } from '../../schema/tables/json-schema.js';
import type { Call } from './add-command.js';

/** `zipingbiao schema [--for record|related|manifest]`: prints the JSON Schema on standard output. */
export function addSchema(program: Command, { session: { messages, stdout } }: Call): void {
  program
    .command('schema')
    .description(messages.help.schema)
    .addOption(
      new Option('--for <results>', messages.help.schemaFor).choices(SCHEMA_SUBJECTS).default(SCHEMA_SUBJECTS[0]),
    )
    .action((options: { for: SchemaSubject }) => {
      stdout.write(`${JSON.stringify(jsonSchemaOf(options.for), null, 2)}\n`);
    });
}
