extension Report {
  /// The JSON Schema of what `JSONReport` writes.
  public static let jsonSchema = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Report of gen diff",
      "type": "object",
      "required": ["verdict", "findings"],
      "additionalProperties": false,
      "properties": {
        "verdict": {
          "description": "The worst of the findings.",
          "type": "object",
          "required": ["wire", "swift"],
          "additionalProperties": false,
          "properties": {
            "wire": { "$ref": "#/$defs/verdict" },
            "swift": { "anyOf": [{ "$ref": "#/$defs/verdict" }, { "type": "null" }] }
          }
        },
        "findings": {
          "description": "The facts, the worst first, then by place.",
          "type": "array",
          "items": { "$ref": "#/$defs/finding" }
        }
      },
      "$defs": {
        "verdict": { "enum": ["breaking", "risky", "compatible", "docs", "none"] },
        "place": {
          "type": ["object", "null"],
          "required": ["file", "line", "column"],
          "additionalProperties": false,
          "properties": {
            "file": { "type": "string" },
            "line": { "type": "integer", "minimum": 1 },
            "column": { "type": "integer", "minimum": 1, "description": "In Unicode scalars." }
          }
        },
        "strings": { "type": "array", "items": { "type": "string" } },
        "finding": {
          "type": "object",
          "required": [
            "rule", "wire", "swift", "sides", "old", "new", "pointer", "message", "before", "after",
            "operations", "symbols", "swiftRules", "witness", "remedy", "fingerprint", "accepted"
          ],
          "additionalProperties": false,
          "properties": {
            "rule": { "type": "string", "description": "See gen diff --list-rules." },
            "wire": { "$ref": "#/$defs/verdict" },
            "swift": { "anyOf": [{ "$ref": "#/$defs/verdict" }, { "type": "null" }] },
            "sides": { "type": "array", "items": { "enum": ["request", "response"] } },
            "old": { "$ref": "#/$defs/place" },
            "new": { "$ref": "#/$defs/place" },
            "pointer": { "type": "string", "description": "A JSON pointer behind #, and before it the file unless it is the description itself." },
            "message": { "type": "string" },
            "before": { "type": "string" },
            "after": { "type": "string" },
            "operations": { "$ref": "#/$defs/strings" },
            "symbols": { "$ref": "#/$defs/strings" },
            "swiftRules": { "$ref": "#/$defs/strings" },
            "witness": {
              "type": ["string", "null"],
              "description": "A line of client code that stops compiling."
            },
            "remedy": { "type": ["string", "null"] },
            "fingerprint": { "type": "string", "pattern": "^[0-9a-f]{16}$" },
            "accepted": { "type": ["string", "null"], "description": "Why somebody accepted it." }
          }
        }
      }
    }

    """
}
