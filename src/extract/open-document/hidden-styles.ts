import { type Attributes, attributeOf } from '../xml/read-xml.js';

/** Gathers the automatic styles by which OpenDocument hides text and sheets (ISO/IEC 26300-3, 20.189, 20.243). */
export class HiddenStyles {
  #style = '';
  readonly #hidden = new Set<string>();

  open(element: string, attributes: Attributes): void {
    if (element === 'style') this.#style = attributeOf(attributes, 'name') ?? '';
    else if (element === 'table-properties' && attributes['table:display'] === 'false') this.#hidden.add(this.#style);
    else if (element === 'text-properties' && attributes['text:display'] === 'none') this.#hidden.add(this.#style);
  }

  has(attributes: Attributes): boolean {
    const style = attributeOf(attributes, 'style-name');
    return style !== undefined && this.#hidden.has(style);
  }
}
