extension RuleFamily {
  /// What only the generated Swift shows: calls.
  static let swiftCalls: [RuleFamily] =
    [
      swift(
        "operation-removed", "a method is gone", in: .path, get + "\n" + delete, get),
      swift("operation-added", "there is a new method", in: .path, get, get + "\n" + delete),
      swift(
        "operation-renamed", "a method has another name", in: .operation, call("sendThing"),
        call("addThing")),
      swift(
        "operation-deprecated", "a method is deprecated", in: .operation, call("sendThing"),
        call("sendThing") + "\ndeprecated: true"),
      swift(
        "parameter-renamed", "an argument has another name", in: .root, placed("id"),
        placed("thing")),
      swift(
        "parameter-order-changed", "a method takes its arguments in another order", in: .operation,
        parameters("a", "b"), parameters("b", "a")),
      swift(
        "result-added", "a method gives a result, where it gave none", in: .operation,
        call("sendThing"), answer("type: string")),
      swift(
        "result-type-changed", "a method gives a result of another type", in: .operation,
        answer("type: string"), answer("type: integer")),
    ] + arguments("parameter", "an argument", parameter)
    + arguments("body", "the body of a call", body)

  /// What only the generated Swift shows: the client, its addresses, headers and deliveries.
  static let swiftClients: [RuleFamily] = [
    swift(
      "server-became-required", "a client has to be told its address", in: .root,
      document("servers: [{url: \"https://a.example.com\"}]"), document("")),
    swift(
      "server-became-optional", "a client need not be told its address", in: .root, document(""),
      document("servers: [{url: \"https://a.example.com\"}]")),
    swift(
      "credential-removed", "a client takes a credential no more", in: .root, secured, document("")),
    swift(
      "credential-added-optional", "a client takes one more credential", in: .root, document(""),
      secured),
    constant("removed", "a constant is gone", "Thing-Count: {schema: {type: integer}}", ""),
    constant("added", "there is a new constant", "", "Thing-Count: {schema: {type: integer}}"),
    constant(
      "type-changed", "a constant has another type", "Thing-Count: {schema: {type: integer}}",
      "Thing-Count: {schema: {type: string}}"),
    constant(
      "deprecated", "a constant is deprecated", "Thing-Count: {schema: {type: integer}}",
      "Thing-Count: {deprecated: true, schema: {type: integer}}"),
    constant(
      "value-changed", "a constant stands for something else",
      "Thing-Count: {schema: {type: integer}}", "Thing_Count: {schema: {type: integer}}"),
    swift(
      "constant-renamed", "a constant has another name", in: .path, called("post"),
      called("post") + "\n" + called("put", "integer")),
  ]

  private static let get = "get:\n  operationId: things\n  \(Frame.done)"
  private static let delete = "delete:\n  operationId: dropThings\n  \(Frame.done)"
  private static let secured = document(
    "security: [{key: []}]\ncomponents: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}"
  )

  private static func placed(_ name: String) -> String {
    Frame.head + """
      paths:
        /things/{\(name)}:
          get:
            operationId: thing
            parameters: [{name: \(name), in: path, required: true, schema: {type: string}}]
            \(Frame.done)

      """
  }

  private static func call(_ name: String) -> String { "operationId: \(name)\n\(Frame.done)" }

  private static func called(_ method: String, _ type: String = "string") -> String {
    """
    \(method):
      operationId: \(method)Thing
      responses: {"204": {description: done}}
      callbacks:
        done:
          "{$url}":
            post:
              requestBody: {content: {application/json: {schema: {type: \(type)}}}}
              responses: {"204": {description: done}}
    """
  }

  private static func parameters(_ names: String...) -> String {
    call("sendThing") + "\nparameters:"
      + names.map { "\n  - {name: \($0), in: query, schema: {type: string}}" }.joined()
  }

  private static func answer(_ schema: String) -> String {
    """
    operationId: sendThing
    responses:
      "200":
        description: done
        content: {application/json: {schema: {\(schema)}}}
    """
  }

  /// A text for a thing that is not there, of a type, and required or not.
  private static func parameter(_ type: String?, _ isRequired: Bool) -> String {
    call("sendThing")
      + (type.map {
        "\nparameters:\n  - {name: size, in: query, required: \(isRequired), schema: {type: \($0)}}"
      } ?? "")
  }

  private static func body(_ type: String?, _ isRequired: Bool) -> String {
    call("sendThing")
      + (type.map {
        "\nrequestBody:\n  required: \(isRequired)\n  content: {application/json: {schema: {type: \($0)}}}"
      } ?? "")
  }

  private static func arguments(
    _ kind: String, _ name: String, _ text: (String?, Bool) -> String
  ) -> [RuleFamily] {
    [
      (
        "removed", "a method does not take \(name) any more", text("string", false),
        text(nil, false)
      ),
      (
        "added-optional", "a method takes \(name), which may be left out", text(nil, false),
        text("string", false)
      ),
      ("added-required", "a method needs \(name)", text(nil, false), text("string", true)),
      (
        "type-changed", "a method takes \(name) of another type", text("string", true),
        text("integer", true)
      ),
      (
        "became-required", "a method needs \(name) that could be left out",
        text("string", false), text("string", true)
      ),
      (
        "became-optional", "a method does not need \(name) any more", text("string", true),
        text("string", false)
      ),
    ].map { swift("\(kind)-\($0)", $1, in: .operation, $2, $3) }
  }

  private static func constant(
    _ edit: String, _ thing: String, _ old: String, _ new: String
  ) -> RuleFamily {
    let texts = [old, new].map { headers in
      """
      operationId: sendThing
      responses:
        "200":
          description: done
          headers:
            Other: {schema: {type: string}}
            \(headers)
      """
    }
    return swift("constant-\(edit)", thing, in: .operation, texts[0], texts[1])
  }
}
