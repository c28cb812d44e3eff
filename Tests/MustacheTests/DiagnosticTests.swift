import Diagnostics
import Testing

@testable import Mustache

/// What people are told about their templates, and where.
struct DiagnosticTests {
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    /// Templates by name; `main` is rendered.
    var templates: [String: String]
    var value: Value
    var expected: String

    init(
      _ description: String, _ templates: [String: String], _ expected: String,
      for value: Value = model
    ) {
      (self.description, self.templates) = (description, templates)
      (self.value, self.expected) = (value, expected)
    }

    init(_ description: String, _ main: String, _ expected: String, for value: Value = model) {
      self.init(description, ["main": main], expected, for: value)
    }
  }

  static let property = Value.object(
    Object([("name", "id"), ("type", "String"), ("documentation", nil)], kind: "property"))
  static let model = Value.object(
    Object(
      [
        ("name", "Video"), ("count", 2), ("access", "public"), ("isOpen", true),
        ("properties", .list([property, property])), ("parent", nil),
        ("owner", ["name": "Kling"]),
        ("operation", .object(Object([("path", "/videos")], kind: "operation"))),
      ], kind: "model"))

  static let unknownKeys: [Case] = [
    Case(
      "variable", "a\n  {{ propertys }}",
      "main:2:6 template-unknown-key: 'propertys' is nothing that a model has"
        + " (did you mean 'properties'?)"),
    Case(
      "section", "{{#propertis}}x{{/propertis}}",
      "main:1:4 template-unknown-key: 'propertis' is nothing that a model has"
        + " (did you mean 'properties'?)"),
    Case(
      "inverted section", "é{{^ isopen}}x{{/isopen}}",
      "main:1:6 template-unknown-key: 'isopen' is nothing that a model has"
        + " (did you mean 'isOpen'?)"),
    Case(
      "nothing is like it", "{{zebra}}",
      "main:1:3 template-unknown-key: 'zebra' is nothing that a model has"),
    Case(
      "once a place, by the innermost object", "{{#properties}}\n{{nam}} {{nam}}\n{{/properties}}",
      """
      main:2:3 template-unknown-key: 'nam' is nothing that a property has (did you mean 'name'?)
      main:2:11 template-unknown-key: 'nam' is nothing that a property has (did you mean 'name'?)
      """),
    Case(
      "the outer object helps", "{{#properties}}{{acces}}{{/properties}}",
      "main:1:18 template-unknown-key: 'acces' is nothing that a property has"
        + " (did you mean 'access'?)"),
    Case(
      "a vowel", "{{#operation}}{{pth}}{{/operation}}",
      "main:1:17 template-unknown-key: 'pth' is nothing that an operation has"
        + " (did you mean 'path'?)"),
    Case(
      "no kind", "{{nam}}",
      "main:1:3 template-unknown-key: 'nam' is nothing that the data has (did you mean 'name'?)",
      for: ["name": "x"]),
    Case(
      "no object", "{{nam}}", "main:1:3 template-unknown-key: 'nam' is nothing that the data has",
      for: "text"),
    Case(
      "after a dot", "{{owner.nme}}",
      "main:1:3 template-unknown-key: 'nme' is nothing that 'owner' has (did you mean 'name'?)"),
    Case(
      "of a text", "{{owner.name.first}}",
      "main:1:3 template-unknown-key: 'first' is nothing that 'owner.name' has, which is a text"
        + " (open it as a section: '{{#owner.name}}')"),
    Case(
      "of what is empty", "{{^parent.name}}x{{/parent.name}}",
      "main:1:4 template-unknown-key: 'name' is nothing that 'parent' has, which is empty"
        + " (open it as a section: '{{#parent}}')"),
    Case(
      "outside a list", "{{#owner}}{{^-last}},{{/-last}}{{/owner}}",
      "main:1:14 template-unknown-key: '-last' is only known inside a list"),
    Case(
      "near a place in a list", "{{#properties}}{{-inde}}{{/properties}}",
      "main:1:18 template-unknown-key: '-inde' is nothing that a property has"
        + " (did you mean '-index'?)"),
    Case(
      "in a partial", ["main": "{{> line}}", "line": "\n{{typo}}"],
      "line:2:3 template-unknown-key: 'typo' is nothing that a model has"),
    Case(
      "in a block that replaces one",
      ["main": "{{<base}}{{$body}}\n{{typo}}{{/body}}{{/base}}", "base": "{{$body}}{{/body}}"],
      "main:2:3 template-unknown-key: 'typo' is nothing that a model has"),
    Case(
      "in the text of a lambda", "a {{code}}",
      "main:1:5 (lambda):1:5 template-unknown-key: 'typo' is nothing that the data has",
      for: ["code": .lambda(Lambda { _ in "b {{typo}}" })]),
  ]

  static let syntax: [Case] = [
    Case(
      "unclosed section", "a\n{{#properties}}\nb\n",
      "main:4:1 template-syntax: 'properties' is never closed [2:1 it starts here]"
        + " (write '{{/properties}}' where it ends)"),
    Case(
      "unclosed block and parent", "{{<base}}{{$body}}",
      """
      main:1:19 template-syntax: 'body' is never closed [1:10 it starts here] \
      (write '{{/body}}' where it ends)
      main:1:19 template-syntax: 'base' is never closed [1:1 it starts here] \
      (write '{{/base}}' where it ends)
      """),
    Case(
      "closed in the wrong order", "{{#name}}{{#owner}}{{/name}}{{/owner}}",
      """
      main:1:20 template-syntax: 'name' is closed while 'owner' is open [1:10 'owner' starts here] \
      (write '{{/owner}}' first)
      main:1:29 template-syntax: 'owner' is closed but not open
      """),
    Case(
      "closed by another name", "{{#name}}x{{/nme}}{{/name}}",
      "main:1:11 template-syntax: 'nme' is closed but not open [1:1 'name' is open since here]"),
    Case(
      "closed without a start", "x{{/name}}",
      "main:1:2 template-syntax: 'name' is closed but not open"),
    Case(
      "unclosed tag", "a\nb {{name\n}",
      "main:2:3 template-syntax: this tag is never closed (end it with '}}')"),
    Case(
      "unclosed unescaped tag", "{{{name}}",
      "main:1:1 template-syntax: this tag is never closed (end it with '}}}')"),
    Case("empty tag", "a {{ }}", "main:1:3 template-syntax: this tag names nothing"),
    Case(
      "empty section", "{{#}}{{/}}",
      """
      main:1:1 template-syntax: this tag names nothing
      main:1:6 template-syntax: this tag names nothing
      """),
    Case(
      "one delimiter", "{{=<%=}}",
      "main:1:1 template-syntax: a change of delimiters needs two of them (write '{{=<% %>=}}')"),
    Case(
      "two templates", ["main": "a", "z": "{{/x}}", "b": "{{/x}}", "c": "{{/x}}"],
      """
      b:1:1 template-syntax: 'x' is closed but not open
      c:1:1 template-syntax: 'x' is closed but not open
      z:1:1 template-syntax: 'x' is closed but not open
      """),
    Case(
      "another template", ["main": "a", "other": "{{#x}}"],
      "other:1:7 template-syntax: 'x' is never closed [1:1 it starts here]"
        + " (write '{{/x}}' where it ends)"),
  ]

  static let calls: [Case] = [
    Case(
      "unknown partial", ["main": "\n  {{> modle}}", "model": ""],
      "main:2:7 template-unknown-partial: there is no template 'modle' (did you mean 'model'?)"),
    Case(
      "unknown parent", "{{<layout}}{{/layout}}",
      "main:1:4 template-unknown-partial: there is no template 'layout'"),
    Case(
      "unknown dynamic partial", "{{>* name}}",
      "main:1:4 template-unknown-partial: there is no template 'Video'"),
    Case(
      "dynamic name that is none", "{{>*owner}}",
      "main:1:4 template-not-text: this is an object, which cannot name a template"),
    Case(
      "dynamic name that is unknown", "{{>*nme}}",
      "main:1:4 template-unknown-key: 'nme' is nothing that a model has (did you mean 'name'?)"),
    Case(
      "list", "a {{properties}}",
      "main:1:5 template-not-text: this is a list, which cannot be printed"
        + " (open it as a section: '{{#properties}}')"),
    Case(
      "object", "{{{ operation }}}",
      "main:1:5 template-not-text: this is an operation, which cannot be printed"
        + " (open it as a section: '{{#operation}}')"),
    Case(
      "object at hand", "{{.}}",
      "main:1:3 template-not-text: this is a model, which cannot be printed"
        + " (name what to print of it)"),
  ]

  static let recursion: [Case] = [
    Case(
      "partial", "x\n  {{> main}}",
      "main:2:7 template-recursion: templates call each other more than 256 deep"
        + " (end the recursion with a section)"),
    Case(
      "two partials", ["main": "{{> b}}", "b": "{{> main}} {{> main}}"],
      "main:1:5 template-recursion: templates call each other more than 256 deep"
        + " (end the recursion with a section)"),
    Case(
      "block", ["main": "{{<base}}{{$a}}{{$a}}{{/a}}{{/a}}{{/base}}", "base": " {{$a}}{{/a}}"],
      "main:1:19 template-recursion: templates call each other more than 256 deep"
        + " (end the recursion with a section)"),
    Case(
      "variable lambda", "{{code}}",
      "main:1:3 (lambda):1:3 template-recursion: templates call each other more than 256 deep"
        + " (end the recursion with a section)",
      for: ["code": .lambda(Lambda { _ in "{{code}}" })]),
  ]

  @Test(arguments: unknownKeys + syntax + calls + recursion)
  func isReported(_ test: Case) {
    #expect(report(test) == test.expected)
  }

  @Test func isFoundBeforeRendering() {
    var library = TemplateLibrary()
    library.add("b", SourceFile(name: "b", text: "{{> c}}{{#x}}"))
    library.add("a", SourceFile(name: "a", text: "{{> b}}{{<d}}{{/d}}{{>*x}}"))
    let found = library.diagnostics.all.map { "\($0.location?.description ?? "") \($0.id)" }
    #expect(
      found == [
        "a:1:11 template-unknown-partial", "b:1:14 template-syntax",
        "b:1:5 template-unknown-partial",
      ])
    library.add("b", SourceFile(name: "b", text: ""))
    library.add("d", SourceFile(name: "d", text: ""))
    #expect(library.diagnostics.all.isEmpty)
    #expect(library.names == ["a", "b", "d"])
  }

  @Test func needsATemplate() {
    var library = TemplateLibrary()
    library.add("record", SourceFile(name: "record", text: ""))
    let failure = #expect(throws: TemplateFailure.self) { _ = try library.render("recrod", nil) }
    let found = failure?.diagnostics.all.map { "\($0.id) \($0.help ?? "")" }
    #expect(found == ["template-unknown-partial did you mean 'record'?"])
  }

  private func report(_ test: Case) -> String {
    var library = TemplateLibrary()
    for (name, text) in test.templates { library.add(name, SourceFile(name: name, text: text)) }
    do throws(TemplateFailure) {
      return "rendered: " + String(decoding: try library.render("main", test.value), as: UTF8.self)
    } catch {
      return error.diagnostics.all.map(line).joined(separator: "\n")
    }
  }

  private func line(_ diagnostic: Diagnostic) -> String {
    var line = "\(diagnostic.id): \(diagnostic.message)"
    if let place = diagnostic.location { line = "\(place) \(line)" }
    for note in diagnostic.notes {
      let place = note.location?.start ?? Position(line: 0, column: 0)
      line += " [\(place.line):\(place.column) \(note.message)]"
    }
    if let help = diagnostic.help { line += " (\(help))" }
    return line
  }
}
