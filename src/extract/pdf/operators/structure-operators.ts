import { OPS } from '../library/pdfjs-library.js';
import type { Operator, OperatorEntry } from './page-painting.js';

const restore: Operator = ({ stack }) => {
  stack.restore();
};
const clipWithNext: Operator = ({ shapes }) => {
  shapes.clipWithNext();
};

/** Saving, moving and clipping (ISO 32000-1, 8.4); forms, groups, annotations and marked content. */
export const STRUCTURE_OPERATORS: readonly OperatorEntry[] = [
  [
    OPS.save,
    ({ stack }) => {
      stack.save();
    },
  ],
  [OPS.restore, restore],
  [
    OPS.transform,
    ({ stack }, operands) => {
      stack.transform(operands);
    },
  ],
  [OPS.clip, clipWithNext],
  [OPS.eoClip, clipWithNext],
  [
    OPS.paintFormXObjectBegin,
    ({ stack }, [matrix, box]) => {
      stack.beginForm(matrix, box);
    },
  ],
  [OPS.paintFormXObjectEnd, restore],
  [
    OPS.beginGroup,
    ({ stack }, [group]) => {
      stack.beginGroup(group);
    },
  ],
  [OPS.endGroup, restore],
  [
    OPS.beginAnnotation,
    ({ stack, marks, setting }, [id, , transform, matrix]) => {
      stack.beginAnnotation(transform, matrix);
      marks.setAnnotation(setting.annotationRole?.(id) ?? 'content');
    },
  ],
  [
    OPS.endAnnotation,
    ({ stack, marks }) => {
      marks.setAnnotation('content');
      stack.restore();
    },
  ],
  [
    OPS.beginMarkedContent,
    ({ marks }, [tag]) => {
      marks.begin(tag);
    },
  ],
  [
    OPS.beginMarkedContentProps,
    ({ marks }, [tag, layer]) => {
      marks.beginWithProperties(tag, layer);
    },
  ],
  [
    OPS.endMarkedContent,
    ({ marks }) => {
      marks.end();
    },
  ],
];
