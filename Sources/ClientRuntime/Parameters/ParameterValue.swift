/// What a parameter's value is made of, in the order it was written.
indirect enum ParameterValue: Hashable, Sendable {
  case absent
  case scalar(String)
  case list([ParameterValue])
  case object([Member])

  struct Member: Hashable, Sendable {
    var key: String
    var value: ParameterValue
  }

  /// The texts of a scalar or a list; objects inside are written as JSON-free `key,value` lists.
  var texts: [String] {
    switch self {
    case .absent: []
    case .scalar(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    case .object(let members): members.flatMap { member in [member.key] + member.value.texts }
    }
  }

  /// Whether there is nothing to write: no value, an empty list, an empty object.
  var isEmpty: Bool {
    switch self {
    case .absent: true
    case .scalar: false
    case .list(let values): values.allSatisfy(\.isEmpty)
    case .object(let members): members.allSatisfy(\.value.isEmpty)
    }
  }
}
