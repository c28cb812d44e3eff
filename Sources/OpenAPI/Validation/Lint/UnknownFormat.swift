import Diagnostics
import YAML

extension Rule {
  /// The registry of formats that the specification refers to.
  private static let registry = Set(
    """
    base64url binary byte char commonmark date date-time date-time-local decimal decimal128 double \
    double-int duration email float hostname html http-date idn-email idn-hostname int16 int32 \
    int64 int8 ipv4 ipv6 iri iri-reference json-pointer media-range password regex \
    relative-json-pointer sf-binary sf-boolean sf-decimal sf-integer sf-string sf-token time \
    time-local uint16 uint32 uint64 uint8 unixtime uri uri-reference uri-template uuid
    """.split(separator: " ").map(String.init))

  static let unknownFormat = Rule(
    id: "unknown-format", severity: .note, summary: "a format is one of the registry's",
    scope: .style
  ) { context, findings in
    for schema in context.schemas {
      guard let format = schema["format"], let name = format.string, !registry.contains(name)
      else { continue }
      let near = nearMiss(name, among: registry.sorted())
      findings.add(
        "'\(name)' is no registered format; the value is read by its type alone",
        at: format.range,
        help: near.map { "did you mean '\($0)'?" }
          ?? "choose a Swift type for it under 'formats' in gen.yaml")
    }
  }
}
