import * as v from 'valibot';

/** `tensor-cache.json`: the files of a model's weights, each with its length in bytes. */
export const weightListSchema = v.looseObject({
  records: v.array(
    v.looseObject({
      // No path that leads out of the model's folder.
      dataPath: v.pipe(v.string(), v.regex(/^[\w-][\w.-]*$/)),
      nbytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    }),
  ),
});
