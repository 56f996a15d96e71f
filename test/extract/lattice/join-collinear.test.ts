import { expect, it } from 'vitest';
import { joinCollinear } from '../../../src/extract/lattice/join-collinear.js';
import { across, down } from '../../made/rulings.js';

it('joins the pieces of a rule, keeps two apart, drops what is no rule', () => {
  expect(joinCollinear([across(5, 20, 30), across(5, 0, 18), across(5, 50, 60), down(5, 0, 2)])).toEqual([
    across(5, 0, 30),
    across(5, 50, 60),
  ]);
});
