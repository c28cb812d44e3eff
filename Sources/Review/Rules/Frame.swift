/// The kind of object that the text of an example is, which decides where it may stand.
enum Frame: Sendable {
  case root, path, operation, body, response, mediaType, header, schema, security, servers
  /// A parameter at these locations.
  case parameter([String])

  /// A place in a description, with the description around it.
  struct Placement: Sendable {
    /// Where that is, for a sentence: `a request body`.
    var name: String
    /// The description, with `$` where the text goes.
    var template: String
    /// What stands below when the text refers to components.
    var components = ""
    /// Text that is another one there.
    var exchange: (from: String, to: String)?

    /// The description with a text at its place.
    func page(_ text: String) -> String {
      let text = exchange.map { text.replacing($0.from, with: $0.to) } ?? text
      let page = template.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        guard let marker = line.firstIndex(of: "$"), line.index(after: marker) == line.endIndex
        else { return String(line) }
        return Self.indented(text, after: line[..<marker])
      }.joined(separator: "\n")
      let end = page.hasSuffix("\n") ? page : page + "\n"
      return text.contains("#/components/") ? end + components : end
    }

    private static func indented(_ text: String, after prefix: Substring) -> String {
      let lines = text.split(separator: "\n")
      let space = String(repeating: " ", count: prefix.count)
      return lines.enumerated().map { ($0 == 0 ? String(prefix) : space) + $1 }
        .joined(separator: "\n")
    }
  }

  private static let described = "description: done\n"

  /// Everywhere that such an object may stand, where it is met most first.
  var placements: [Placement] {
    switch self {
    case .root: [Placement(name: "the description", template: "$")]
    case .path:
      [Placement(name: "a path", template: Self.head + "paths:\n  /things:\n    $")]
    case .operation: Self.inOperations("an operation", "a webhook", "$")
    case .body: Self.inOperations("a request body", "the body of a webhook", Self.body("$"))
    case .response: Self.inOperations("an answer", "the answer to a webhook", Self.response("$"))
    case .mediaType:
      Self.inOperations("a request body", "the body of a webhook", Self.body(Self.content("$")))
        + Self.inOperations(
          "a response body", nil, Self.response(Self.described + Self.content("$")))
    case .header:
      Self.inOperations(
        "an answer", nil, Self.response(Self.described + "headers:\n  Thing-Count:\n    $"))
        + Self.inOperations(
          "a part of a request body", nil,
          Self.body(
            Self.content("encoding:\n  photo:\n    headers:\n      Thing-Count:\n        $"))
        )
    case .parameter(let locations):
      locations.map { location in
        let operation = "parameters:\n  - $"
        return Placement(
          name: "a \(location) parameter", template: Self.operation(operation),
          exchange: ("in: query", "in: \(location)"))
      }
    case .schema: Self.schemas
    case .security:
      Self.shared(
        ending: """
          components:
            securitySchemes:
              key: {type: apiKey, in: header, name: X-Key}
              token: {type: http, scheme: bearer}

          """)
    case .servers: Self.shared(ending: "")
    }
  }
}

extension Frame {
  /// What every description begins with.
  static let head = """
    openapi: 3.2.0
    info: {title: Things, version: "1"}

    """

  private static func inOperations(
    _ name: String, _ delivery: String?, _ operation: String
  ) -> [Placement] {
    let template = Self.operation(operation)
    var found = [Placement(name: name, template: template)]
    if let delivery {
      found.append(
        Placement(
          name: delivery,
          template: template.replacing("paths:\n  /things:", with: "webhooks:\n  thing:")))
    }
    return found
  }

  /// A description with one operation, which has what it needs besides what is given.
  private static func operation(_ text: String) -> String {
    let answer = text.contains("responses:") ? "" : "\n" + done
    let whole = text == "$" ? text : "operationId: sendThing\n" + text + answer
    return Placement(name: "", template: head + "paths:\n  /things:\n    post:\n      $")
      .page(whole)
  }

  /// What the description says for all operations, or one says for itself.
  private static func shared(ending: String) -> [Placement] {
    [
      Placement(
        name: "the description",
        template: head + "$\npaths:\n  /things:\n    post:\n      \(done)\n" + ending),
      Placement(name: "an operation", template: operation("$\n" + done) + ending),
    ]
  }

  /// An operation's answer that says nothing.
  static let done = "responses: {\"204\": {description: done}}"

  private static func body(_ text: String) -> String {
    "requestBody:\n" + inset(text, 2)
  }

  private static func response(_ text: String) -> String {
    "responses:\n  \"200\":\n" + inset(text, 4)
  }

  private static func content(_ text: String) -> String {
    "content:\n  multipart/form-data:\n" + inset(text, 4)
  }

  private static func inset(_ text: String, _ count: Int) -> String {
    let space = String(repeating: " ", count: count)
    return text.split(separator: "\n").map { space + $0 }.joined(separator: "\n")
  }

  /// The component `Thing` in everything that has a schema.
  private static var schemas: [Placement] {
    let schema = "{$ref: \"#/components/schemas/Thing\"}"
    let content = "content: {application/json: {schema: \(schema)}}"
    let answer = "responses:\n  \"200\":\n    description: done\n    "
    let places = inOperations(
      "a request body", "the body of a webhook", "requestBody: {\(content)}")
    return
      (places.prefix(1)
      + inOperations("a response body", nil, answer + content)
      + ["query", "path", "header"].flatMap { location in
        inOperations(
          "a \(location) parameter", nil,
          "parameters: [{name: thing, in: \(location), required: true, schema: \(schema)}]")
      }
      + inOperations("a response header", nil, answer + "headers: {Thing: {schema: \(schema)}}")
      + places.dropFirst()).map { place in
        var place = place
        place.template += "components:\n  schemas:\n    Thing:\n      $\n"
        place.components = components
        if place.name == "a path parameter" {
          place.template = place.template.replacing("/things:", with: "/things/{thing}:")
        }
        return place
      }
  }

  private static let components =
    component("Cat", "lives") + component("Dog", "tricks") + component("Lion", "lives")

  private static func component(_ name: String, _ property: String) -> String {
    """
        \(name):
          type: object
          required: [kind]
          properties: {kind: {type: string}, \(property): {type: integer}}

    """
  }
}
