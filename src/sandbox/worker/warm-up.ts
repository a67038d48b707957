import type { Pointer } from './emscripten.ts';
import type { Instance } from './instance.ts';
import { encodeText, toJson } from './intrinsics.ts';

/**
 * One harmless attempt before the state is kept: what Python sets up at first use (classes of `ast`, the
 * specialised bytecode of the harness) is then part of every pristine interpreter. It also shows that the
 * pair works at all.
 */
const JOB = {
  code: 'class Refused(ValueError):\n    pass\n\n\ndef echo(value):\n    if value is None:\n        raise Refused("nothing")\n    return value\n',
  entryPoint: 'echo',
  tests: [
    'from harness import attack, plain, raises',
    'def test_functional_echo(candidate, module, tmp_path):',
    '    "Warm-up."',
    '    assert candidate([1, "a", {"b": b"c"}]) == [1, "a", {"b": b"c"}]',
    '    with raises(module.Refused, match="nothing"):',
    '        candidate(None)',
    '    assert attack(candidate, None).refused',
    '    (tmp_path / "a.txt").write_text("a")',
  ].join('\n'),
  only: null,
  seed: 0,
};

export function warmUp(judge: Instance, run: Pointer): void {
  judge.call(run, encodeText(toJson(JOB)));
}

/** @throws with the events of the warm-up where its test didn't pass */
export function checkWarmUp(events: readonly unknown[]): void {
  const texts = events.map((event) => toJson(event));
  if (!texts.some((text) => text.includes('"status":"passed"'))) {
    throw new Error(`the warm-up attempt failed: ${texts.join(' ')}`);
  }
}
