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

  /// The texts of a scalar or a list; an object is its keys and values in turn, those left out
  /// that have none.
  var texts: [String] {
    switch self {
    case .absent: []
    case .scalar(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    case .object(let members):
      members.flatMap { member in
        member.value.isEmpty ? [] : [member.key] + member.value.texts
      }
    }
  }

  /// Whether it is an object, or a list with objects or lists in it.
  var isCompound: Bool {
    switch self {
    case .absent, .scalar: false
    case .object: true
    case .list(let values):
      values.contains { value in
        switch value {
        case .absent, .scalar: false
        case .list, .object: true
        }
      }
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
