import Diagnostics
import YAML

extension Rule {
  static let undecodedContent = Rule(
    id: "undecoded-content", severity: .warning,
    summary: "content that a schema takes apart is of a media type that can be decoded",
    scope: .linting
  ) { context, findings in
    for (name, table) in context.tables where name == "content" {
      for (key, media) in table.entries where !key.isExtension {
        let text = (key.string ?? "").prefix { $0 != ";" }.lowercased()
        guard text.contains("/"), !isRead(text),
          let schema = context.target(media)["schema"], !isBytes(schema, context)
        else { continue }
        findings.add(
          "'\(key.string ?? "")' is not decoded; what the schema says of it is not read",
          at: key.range,
          help: "in this form the body is handed over as bytes")
      }
    }
  }

  /// Whether bodies of a media type are read, or told of where they are not.
  private static func isRead(_ mediaType: String) -> Bool {
    let words = [
      "json", "xml", "yaml", "form-urlencoded", "multipart/", "event-stream", "jwt", "graphql", "*",
    ]
    return mediaType.hasPrefix("text/") || words.contains(where: mediaType.contains)
  }

  /// Whether a schema says no more than that there is a text or bytes.
  private static func isBytes(_ schema: Node, _ context: ValidationContext) -> Bool {
    let target = SchemaObject(context.target(schema))
    let types = target.types.isEmpty ? target.impliedType.map { [$0.type] } ?? [] : target.types
    return types.allSatisfy { $0 == "string" || $0 == "file" } && !target.hasAllOf
      && !target.hasAlternatives
  }
}
