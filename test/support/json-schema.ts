// JSON Schemas for editors, written from the schemas that the program checks with.
import {type ConversionConfig, toJsonSchema} from '@valibot/to-json-schema'
import type * as v from 'valibot'

/** The JSON Schema of a file, with the title that editors show. */
export function writeJsonSchema(schema: v.GenericSchema, title: string): string {
  const settings: ConversionConfig = {
    // The last schema of each pipe: the first ones only tell mappings from lists.
    typeMode: 'output',
    // Objects refuse unknown keys by a rest schema that nothing passes.
    overrideSchema: ({valibotSchema, jsonSchema}) => {
      return valibotSchema.type === 'object_with_rest'
        ? {...jsonSchema, additionalProperties: false}
        : undefined
    }
  }
  const {$schema, ...rest} = toJsonSchema(schema, settings)
  return `${JSON.stringify({$schema, title, ...rest}, undefined, 2)}\n`
}
