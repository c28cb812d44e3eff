import YAML

/// Two places that are the same place of the API, compared once however many lead there.
struct Pair: Hashable {
  enum Kind {
    case path, schema, parameter, header, body, response, mediaType, encoding
  }

  var kind: Kind
  var old: [Node]
  var new: [Node]
}
