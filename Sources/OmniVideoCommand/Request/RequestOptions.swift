import ClientRuntime
import Foundation
import OmniVideo

/// The request that a command line asks for: a file, and options for fields over it.
struct RequestOptions: Sendable {
  let arguments: Arguments

  /// The request as JSON, unified or native; without a file, with the vendor's usual model.
  func value(for provider: ProviderID) throws -> JSONValue {
    var value = try value()
    if !arguments.isSet("request"), value["model"] == nil {
      value["model"] = Self.usualModel(provider).map { .string($0.rawValue) }
    }
    return value
  }

  private static func usualModel(_ provider: ProviderID) -> VideoModel? {
    switch provider {
    case .kling, .omnirouters, .orcarouter: .kling3Omni
    case .chainhub: .klingO1
    case .newapi: nil
    }
  }

  private func value() throws -> JSONValue {
    var value = JSONValue.object([:])
    var name = ""
    if let path = arguments.value("request") {
      let text = try RequestText(path: path)
      name = text.name
      value = try text.value()
    } else if arguments.values.keys.allSatisfy({ name in !Self.fields.contains { $0.name == name } }
    ) {
      throw UsageError("no request was given", help: "use --request FILE, or --prompt and others")
    }
    guard value.objectValue != nil else {
      throw LocatedError(
        file: name, message: "a request is an object, not \(value.kind)"
      )
    }
    for option in Self.fields where arguments.isSet(option.name) {
      if arguments.isSet("native") {
        throw UsageError(
          "'--\(option.name)' cannot be said in a native request", help: "write it into the file")
      }
      try set(option, in: &value)
    }
    return value
  }

  private static let fields = Option.all.filter { $0.field != nil }

  private func set(_ option: Option, in value: inout JSONValue) throws(UsageError) {
    guard let field = option.field else { return }
    let words = arguments.all(option.name)
    switch field {
    case .metadata, .extras:
      var object = value[field.rawValue] ?? [:]
      for word in words { try add(word, to: &object, option) }
      value[field.rawValue] = object
    case _ where option.isList: value[field.rawValue] = .array(words.map { .string($0) })
    default: value[field.rawValue] = words.last.map { .string($0) }
    }
  }

  private func add(
    _ word: String, to object: inout JSONValue, _ option: Option
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else {
      throw UsageError("'--\(option.name)' wants NAME=JSON, not '\(word)'")
    }
    // What is no JSON is a text, so that nobody has to quote twice.
    object[String(parts[0])] =
      (try? JSONValue(parsing: Data(parts[1].utf8))) ?? .string(String(parts[1]))
  }
}
