import Diagnostics
import Foundation
import Testing

@testable import Mustache

/// What the engine does beyond the specification, and the layout that our templates rely on.
struct RenderingTests {
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var templates: [String: String]
    var value: Value
    var expected: String

    init(
      _ description: String, _ templates: [String: String], _ value: Value, _ expected: String
    ) {
      (self.description, self.templates) = (description, templates)
      (self.value, self.expected) = (value, expected)
    }

    init(_ description: String, _ templates: [String: String], _ expected: String) {
      self.init(description, templates, [:], expected)
    }

    init(_ description: String, _ main: String, _ value: Value, _ expected: String) {
      self.init(description, ["main": main], value, expected)
    }
  }

  static let letters: Value = ["letters": ["a", "b", "c"]]
  static let rows: Value = ["rows": [["a", "b"], ["c"], []]]

  static let lists: [Case] = [
    Case("none", "{{#letters}}{{^-last}},{{/-last}}{{/letters}}", ["letters": []], ""),
    Case("one", "{{#letters}}{{.}}{{^-last}},{{/-last}}{{/letters}}", ["letters": ["a"]], "a"),
    Case("-last", "{{#letters}}{{.}}{{^-last}}, {{/-last}}{{/letters}}", letters, "a, b, c"),
    Case("-first", "{{#letters}}{{^-first}}, {{/-first}}{{.}}{{/letters}}", letters, "a, b, c"),
    Case("-index", "{{#letters}}{{-index}}{{.}} {{/letters}}", letters, "0a 1b 2c "),
    Case(
      "as text", "{{#letters}}{{-first}} {{-last}};{{/letters}}", ["letters": ["a", "b"]],
      "true false;false true;"),
    Case(
      "of the innermost list",
      "{{#rows}}{{-index}}:{{#.}}{{-index}}{{.}}{{^-last}} {{/-last}}{{/.}}{{^-last}};{{/-last}}"
        + "{{/rows}}", rows, "0:0a 1b;1:0c;2:"),
    Case(
      "of the outer list after the inner one",
      "{{#rows}}{{#.}}{{.}}{{/.}}{{#-first}}!{{/-first}}{{#-last}}?{{/-last}}{{/rows}}", rows,
      "ab!c?"),
    Case(
      "through an object",
      "{{#items}}{{#name}}{{-index}}{{/name}}{{#of}}{{-last}}{{/of}}{{/items}}",
      ["items": [["name": "a", "of": ["x": 1]]]], "0true"),
    Case(
      "in a partial", ["main": "{{#letters}}{{> item}}{{/letters}}", "item": "{{.}}{{-index}}"],
      letters, "a0b1c2"),
    Case(
      "a key of that name wins", "{{#items}}{{-index}}{{/items}}", ["items": [["-index": "x"]]],
      "x"),
    Case(
      "inverted", "{{#rows}}{{^.}}empty {{-index}}{{/.}}{{/rows}}", rows, "empty 2"),
    Case(
      "numbers", "{{a}} {{b}} {{c}}", ["a": 0, "b": .number(1.5), "c": .number(-3)], "0 1.5 -3"),
    Case("what is empty prints nothing", "[{{a}}{{#a}}x{{/a}}]", ["a": nil], "[]"),
    Case("no escaping", "{{a}}{{{a}}}{{&a}}", ["a": "<&>"], "<&><&><&>"),
  ]

  static let layout: [Case] = [
    Case(
      "lone tags leave no line", "a\n{{#on}}\n  {{! why }}\nb\n{{/on}}\n{{^on}}\nc\n{{/on}}\nd\n",
      ["on": true], "a\nb\nd\n"),
    Case(
      "blank lines stay", "a\n\n{{#on}}\n\nb\n{{/on}}\n\nc\n", ["on": true], "a\n\n\nb\n\nc\n"),
    Case(
      "a blank line between items", "{{#letters}}\n{{.}}\n{{^-last}}\n\n{{/-last}}\n{{/letters}}\n",
      letters, "a\n\nb\n\nc\n"),
    Case(
      "partials are indented, blank lines are not",
      ["main": "{\n  {{> body}}\n}\n", "body": "a {\n  {{> inner}}\n\n}\n", "inner": "b\n\nc\n"],
      "{\n  a {\n    b\n\n    c\n\n  }\n}\n"),
    Case(
      "an inline partial is not indented", ["main": "  x {{> body}}\n", "body": "a\nb\n"],
      "  x a\nb\n\n"),
    Case(
      "text from outside keeps its lines", ["main": "  {{> body}}\n", "body": "{{a}};\n"],
      ["a": "1\n2"], "  1\n2;\n"),
    Case(
      "sections inside an indented partial",
      ["main": "  {{> body}}\n", "body": "{{#letters}}\n- {{.}}\n{{/letters}}\n"],
      ["letters": ["a", "b"]], "  - a\n  - b\n"),
    Case(
      "tabs", ["main": "\t{{> body}}\n", "body": "a\n\tb\n"], "\ta\n\t\tb\n"),
    Case(
      "recursion ends with the data",
      ["main": "{{> type}}", "type": "{{name}} {\n{{#nested}}\n  {{> type}}\n{{/nested}}\n}\n"],
      ["name": "A", "nested": [["name": "B", "nested": [["name": "C", "nested": []]]]]],
      "A {\n  B {\n    C {\n    }\n  }\n}\n"),
    Case(
      "Windows line ends", "a\r\n{{#on}}\r\nb\r\n{{/on}}\r\nc\r\n", ["on": true], "a\r\nb\r\nc\r\n"),
  ]

  static let blocks: [Case] = [
    Case(
      "a default vanishes when it is empty",
      ["main": "{{$attributes}}\n{{/attributes}}\nstruct {\n  {{$members}}\n  {{/members}}\n}\n"],
      "struct {\n}\n"),
    Case(
      "a replacement takes the indent of the block",
      [
        "main": "{{<base}}\n{{$members}}\nvar a\n\n  var b\n{{/members}}\n{{/base}}\n",
        "base": "struct {\n    {{$members}}\n    {{/members}}\n}\n",
      ], "struct {\n    var a\n\n      var b\n}\n"),
    Case(
      "whatever its own indent",
      [
        "main": "{{<base}}\n        {{$members}}\n        var a\n        {{/members}}\n{{/base}}\n",
        "base": "struct {\n  {{$members}}\n  var none\n  {{/members}}\n}\n",
      ], "struct {\n  var a\n}\n"),
    Case(
      "a parent is indented like a partial",
      [
        "main": "{\n  {{<base}}\n  {{$body}}\n  b\n  {{/body}}\n  {{/base}}\n}\n",
        "base": "a\n  {{$body}}\n  {{/body}}\nc\n",
      ], "{\n  a\n    b\n  c\n}\n"),
    Case(
      "inline",
      [
        "main": "{{<base}}{{$type}}Int?{{/type}}{{/base}}",
        "base": "var a: {{$type}}Int{{/type}}\n",
      ],
      "var a: Int?\n"),
    Case(
      "the outermost replacement wins",
      [
        "main": "{{<middle}}{{$a}}1{{/a}}{{/middle}}",
        "middle": "{{<base}}{{$a}}2{{/a}}{{$b}}3{{/b}}{{/base}}",
        "base": "{{$a}}{{/a}}{{$b}}{{/b}}",
      ], "13"),
    Case(
      "a replacement sees the values at its new place",
      [
        "main": "{{<base}}{{$item}}<{{.}}>{{/item}}{{/base}}",
        "base": "{{#letters}}{{$item}}{{/item}}{{/letters}}",
      ], letters, "<a><b><c>"),
    Case(
      "replacements end with their parent",
      ["main": "{{<base}}{{$a}}1{{/a}}{{/base}}{{> base}}", "base": "{{$a}}0{{/a}}"], "10"),
  ]

  @Test(arguments: lists + layout + blocks)
  func renders(_ test: Case) throws {
    let library = library(test.templates)
    let first = try library.render("main", test.value)
    #expect(String(decoding: first, as: UTF8.self) == test.expected)
    #expect(try library.render("main", test.value) == first, "rendering changes nothing")
  }

  @Test func isTheSameOnManyThreads() async throws {
    let library = library(["main": "{{#letters}}\n  {{> item}}\n{{/letters}}\n", "item": "{{.}}\n"])
    let texts = try await withThrowingTaskGroup { group in
      for _ in 0..<16 { group.addTask { try library.render("main", Self.letters) } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(texts == [Array("  a\n  b\n  c\n".utf8)])
  }

  /// Neither calls nor sections may use up the stack of a thread, which is small on some systems.
  @Test func needsLittleStack() async {
    let calls = (0..<255).map { ("t\($0)", "{{#on}}{{> t\($0 + 1)}}{{/on}}") } + [("t255", "end")]
    var templates = Dictionary(uniqueKeysWithValues: calls)
    templates["sections"] =
      String(repeating: "{{#on}}", count: 5_000) + "end"
      + String(repeating: "{{/on}}", count: 5_000)
    templates["endless"] = "{{#on}}{{<endless}}{{$a}}{{code}}{{/a}}{{/endless}}{{/on}}"
    let library = library(templates)
    let value: Value = ["on": true, "code": .lambda(Lambda { _ in "{{code}}" })]
    let found = await onSmallStack {
      ["t0", "sections", "endless"].map { name in
        do throws(TemplateFailure) {
          return String(decoding: try library.render(name, value), as: UTF8.self)
        } catch {
          return error.diagnostics.all.map(\.id).joined()
        }
      }
    }
    #expect(found == ["end", "end", "template-recursion"])
  }

  @Test func objectsKeepTheirOrder() {
    var object = Object([("a", 1), ("b", 2), ("a", 3), ("c", nil)], kind: "thing")
    let copy = object
    object["b"] = "new"
    object["d"] = true
    object["a"] = Value?.none
    object["none"] = Value?.none
    #expect(object.keys == ["b", "c", "d"])
    #expect(copy.keys == ["a", "b", "c"])
    let texts = ["a", "b", "c", "d"].map { "\(copy[$0].map { "\($0)" } ?? "-")" }
    #expect(texts == ["number(3.0)", "number(2.0)", "null", "-"])
    #expect(object.kind == "thing")
  }

  private func library(_ templates: [String: String]) -> TemplateLibrary {
    var library = TemplateLibrary()
    for (name, text) in templates { library.add(name, SourceFile(name: name, text: text)) }
    return library
  }

  private func onSmallStack(_ body: @escaping @Sendable () -> [String]) async -> [String] {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: body()) }
      thread.stackSize = 512 << 10
      thread.start()
    }
  }
}
