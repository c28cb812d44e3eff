import Diagnostics
import Foundation
import Testing

@testable import Mustache

/// The cases of the Mustache specification, optional modules included.
struct SpecTests {
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var template: String
    var partials: [String: String]
    var data: Value
    var expected: String
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpus/suites/mustache/specs").standardizedFileURL

  static let cases: [Case] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".json") }.sorted().flatMap { file -> [Case] in
      guard let data = try? Data(contentsOf: folder.appending(path: file)),
        let suite = try? JSONDecoder().decode(Suite.self, from: data)
      else { return [] }
      return suite.tests.map { test in
        Case(
          description: "\(file) \(test.name)", template: test.template,
          partials: test.partials ?? [:],
          data: test.data.value(lambda: lambdas[test.name]), expected: test.expected)
      }
    }
  }()

  @Test(
    .enabled(if: !cases.isEmpty, "the suite is not at shared/corpus/suites/mustache/specs"),
    arguments: cases)
  func conforms(_ test: Case) throws {
    var library = TemplateLibrary(escape: .html, missing: .empty)
    for (name, text) in test.partials { library.add(name, SourceFile(name: name, text: text)) }
    library.add("(main)", SourceFile(name: "main", text: test.template))
    let text = String(decoding: try library.render("(main)", test.data), as: UTF8.self)
    #expect(text == test.expected)
  }

  @Test(.enabled(if: !cases.isEmpty, "the suite is not at shared/corpus/suites/mustache/specs"))
  func isComplete() { #expect(Self.cases.count == 194) }

  private static let lambdas: [String: @Sendable (Counter, String?) -> String] = [
    "Interpolation": { _, _ in "world" },
    "Interpolation - Expansion": { _, _ in "{{planet}}" },
    "Interpolation - Alternate Delimiters": { _, _ in "|planet| => {{planet}}" },
    "Interpolation - Multiple Calls": { counter, _ in String(counter.next()) },
    "Escaping": { _, _ in ">" },
    "Section": { _, text in text == "{{x}}" ? "yes" : "no" },
    "Section - Expansion": { _, text in "\(text ?? ""){{planet}}\(text ?? "")" },
    "Section - Alternate Delimiters": { _, text in
      "\(text ?? ""){{planet}} => |planet|\(text ?? "")"
    },
    "Section - Multiple Calls": { _, text in "__\(text ?? "")__" },
    "Inverted Section": { _, _ in "" },
  ]
}

/// Counts the calls of one lambda; a lock because lambdas are sendable.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}

private struct Suite: Decodable {
  struct Test: Decodable {
    var name: String
    var template: String
    var expected: String
    var data: JSON
    var partials: [String: String]?
  }

  var tests: [Test]
}

private enum JSON: Decodable {
  case null, bool(Bool), number(Double), string(String), list([JSON]), object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  func value(lambda: (@Sendable (Counter, String?) -> String)?) -> Value {
    switch self {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .number(let number): return .number(number)
    case .string(let text): return .string(text)
    case .list(let items): return .list(items.map { $0.value(lambda: lambda) })
    case .object(let pairs):
      if pairs["__tag__"] != nil, let lambda {
        let counter = Counter()
        return .lambda(Lambda { lambda(counter, $0) })
      }
      return .object(Object(pairs.map { ($0, $1.value(lambda: lambda)) }))
    }
  }
}
