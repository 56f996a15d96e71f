import * as nodeModule from 'node:module';

/** What Node 22.8 and later have, and the types of Node 20 don't. */
interface ModuleOfNode {
  readonly builtinModules?: readonly string[];
  readonly enableCompileCache?: () => unknown;
}

/**
 * Keeps compiled code on disk for the next start, where Node can (22.8 and later; in `NODE_COMPILE_CACHE`, or a folder of the system's
 * temporary one). To be called before the code that is to be kept is imported.
 */
export function keepCompiledCode(node: ModuleOfNode = nodeModule): void {
  node.enableCompileCache?.();
}
