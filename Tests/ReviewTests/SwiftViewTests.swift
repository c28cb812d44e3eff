import Contract
import Diagnostics
import Foundation
import Generation
import SwiftPlan
import Testing

@testable import Review

/// What we say of Swift callers is what the compiler says of them.
@Suite(.computing) struct SwiftViewTests {
  /// An edit of the description below, and the rule that tells of it.
  struct Edit: Sendable {
    var from: String
    var to: String
    var verdict: Verdict
    /// A name that the finding has to mention; empty where Swift shows nothing.
    var symbol: String

    init(_ from: String, _ to: String, _ verdict: Verdict, _ symbol: String = "") {
      self.from = from
      self.to = to
      self.verdict = verdict
      self.symbol = symbol
    }
  }

  static let page = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    servers: [{url: "https://shop.example.com"}, {url: "https://{zone}.example.com", description: Regional, variables: {zone: {default: eu, enum: [eu, us]}}}]
    security: [{key: []}]
    webhooks:
      petSold:
        # the sale
        post: {operationId: sold, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Later'}}}}, responses: {"204": {description: taken}}}
    paths:
      /pets:
        get:
          operationId: listPets
          parameters:
            - {name: tag, in: query, required: true, schema: {type: string}}
            - {name: limit, in: query, schema: {type: integer}}
            - {name: page, in: query, schema: {type: integer}}
          responses:
            "200": {description: ok, headers: {Total-Count: {schema: {type: integer}}, Rate: {$ref: '#/components/headers/Rate'}}, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
        post:
          operationId: addPet
          requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
            "202": {description: later, content: {application/json: {schema: {$ref: '#/components/schemas/Later'}}}}
          callbacks:
            petReady:
              "{$request.query.url}":
                post: {requestBody: {content: {application/json: {schema: {type: string, format: uuid}}}}, responses: {"204": {description: taken}}}
    components:
      securitySchemes:
        key: {type: apiKey, in: header, name: X-Key}
      headers:
        Rate: {schema: {type: integer}}
      schemas:
        Pet:
          type: object
          required: [id, name, kind]
          properties:
            id: {type: integer}
            name: {type: string, maxLength: 9}
            kind: {$ref: '#/components/schemas/Kind'}
            note: {type: string}
            size: {type: integer, format: int32}
            tags: {type: array, items: {type: string}}
            part: {oneOf: [{type: string}, {type: integer}]}
        Later: {type: object, properties: {ticket: {type: string}}}
        Kind: {type: string, enum: [cat, dog]}

    """

  static let edits: [Edit] = [
    Edit("[id, name, kind]", "[id, kind]", .breaking, "Pet.name"),
    Edit("[id, name, kind]", "[id, name, kind, note]", .breaking, "Pet.note"),
    Edit("[id, name, kind]", "[kind, name, id]", .none),
    Edit(
      "        id: {type: integer}\n        name: {type: string, maxLength: 9}",
      "        name: {type: string, maxLength: 9}\n        id: {type: integer}", .breaking,
      "Pet.init"),
    Edit("id: {type: integer}", "id: {type: string}", .breaking, "Pet.id"),
    Edit("note: {type: string}", "note: {type: string, format: date-time}", .breaking, "Pet.note"),
    Edit("format: int32", "format: int64", .breaking, "Pet.size"),
    Edit("note: {type: string}", "note: {type: string, x-name: remark}", .breaking, "Pet.note"),
    Edit("        note: {type: string}\n", "", .breaking, "Pet.note"),
    Edit(
      "note: {type: string}", "note: {type: string}\n        extra: {type: string}",
      .compatible, "Pet.extra"),
    Edit("items: {type: string}", "items: {type: [string, 'null']}", .breaking, "Pet.tags"),
    Edit(
      "{type: array, items: {type: string}}",
      "{type: object, additionalProperties: {type: string}}", .breaking, "Pet.tags"),
    Edit("[cat, dog]", "[cat, dog, fox]", .compatible, "Kind.fox"),
    Edit("[cat, dog]", "[cat]", .breaking, "Kind.dog"),
    Edit("[cat, dog]", "[cat, hen, fox]", .breaking, "Kind.dog"),
    Edit("{type: integer}]}", "{type: integer}, {type: boolean}]}", .breaking, "Pet.Part.boolean"),
    Edit("{type: integer}]}", "{type: boolean}]}", .breaking, "Pet.Part.integer"),
    Edit(
      "operationId: listPets", "operationId: allPets", .breaking, "Client.listPets(tag:limit:page:)"
    ),
    Edit(
      "name: limit, in: query,", "name: limit, in: query, required: true,", .breaking,
      "Client.listPets(tag:limit:page:)"),
    Edit(
      "name: tag, in: query, required: true,", "name: tag, in: query,", .compatible,
      "Client.listPets(tag:limit:page:)"),
    Edit(
      "        - {name: page, in: query, schema: {type: integer}}\n", "", .breaking,
      "Client.listPets(tag:limit:page:)"),
    Edit(
      "name: page, in: query, schema: {type: integer}",
      "name: page, in: query, schema: {type: string}", .breaking,
      "Client.listPets(tag:limit:page:)"),
    Edit(
      "- {name: tag,", "- {name: sort, in: query, schema: {type: string}}\n        - {name: tag,",
      .compatible, "Client.listPets(tag:limit:page:)"),
    Edit(
      "- {name: tag,",
      "- {name: sort, in: query, required: true, schema: {type: string}}\n        - {name: tag,",
      .breaking, "Client.listPets(tag:limit:page:)"),
    Edit(
      "requestBody: {required: true,", "requestBody: {required: false,", .compatible,
      "Client.addPet(_:)"),
    Edit(
      "{type: array, items: {$ref: '#/components/schemas/Pet'}}",
      "{$ref: '#/components/schemas/Pet'}", .breaking, "Client.listPets(tag:limit:page:)"),
    Edit("Later", "Ticket", .breaking, "Later"),
    Edit(
      "type: integer, format: int32", "type: integer, format: int32, deprecated: true", .compatible,
      "Pet.size"),
    Edit("\"202\"", "\"201\"", .breaking, "AddPetResult.accepted"),
    Edit(
      "Kind: {type: string, enum: [cat, dog]}",
      "Kind: {type: object, properties: {a: {type: string}}}", .breaking, "Kind"),
    Edit(
      "url: \"https://shop.example.com\"", "url: \"https://store.example.com\"", .compatible),
    Edit("servers: [{url", "x-servers: [{url", .breaking, "Client.init"),
    Edit(
      "servers: [{url: \"https://shop.example.com\"}, ", "servers: [", .breaking,
      "Server.production"),
    Edit(
      "url: \"https://shop.example.com\"}",
      "url: \"https://shop.example.com\", name: live}, {url: \"https://test.example.com\", name: test}",
      .breaking, "Server.production"),
    Edit("{default: eu, enum: [eu, us]}", "{default: eu, enum: [eu, us, as]}", .compatible),
    Edit("{default: eu, enum: [eu, us]}", "{default: eu, enum: [eu]}", .breaking, "Server.Zone.us"),
    Edit("{default: eu, enum: [eu, us]}", "{default: eu}", .breaking, "Server.regional"),
    Edit("key: {type: apiKey,", "token: {type: apiKey,", .none),
    Edit(
      "    key: {type: apiKey, in: header, name: X-Key}\n", "", .breaking, "Client.init"),
    Edit("in: header, name: X-Key}", "in: query, name: key}", .compatible),
    Edit(
      "    key: {type: apiKey, in: header, name: X-Key}\n",
      "    key: {type: apiKey, in: header, name: X-Key}\n    other: {type: http, scheme: bearer}\n",
      .compatible),
    Edit("Total-Count: {schema: {type: integer}}, ", "", .breaking, "Headers.totalCount"),
    Edit(
      "Total-Count: {schema: {type: integer}}", "Total-Count: {schema: {type: string}}", .breaking,
      "Headers.totalCount"),
    Edit(
      "Total-Count: {schema: {type: integer}}",
      "Total-Count: {deprecated: true, schema: {type: integer}}", .compatible, "Headers.totalCount"),
    Edit(
      "Total-Count: {schema: {type: integer}}",
      "Total-Count: {schema: {type: integer}}, Next: {schema: {type: string}}", .compatible,
      "Headers.next"),
    Edit(
      "{$ref: '#/components/headers/Rate'}", "{schema: {type: string}}", .breaking, "Headers.rate"),
    Edit(
      "Rate: {schema: {type: integer}}", "Rate: {schema: {type: number}}", .breaking, "Headers.rate"
    ),
    Edit("  petSold:\n", "  petGone:\n", .breaking, "Deliveries.petSold"),
    Edit("# the sale\n    post:", "# the sale\n    put:", .compatible),
    Edit(
      "# the sale", "# the sale\n    summary: other", .docs),
    Edit(
      "schema: {$ref: '#/components/schemas/Later'}}}}, responses: {\"204\": {description: taken}}",
      "schema: {type: string}}}}, responses: {\"204\": {description: taken}}", .breaking,
      "Deliveries.petSold"),
    Edit("        petReady:\n", "        petThere:\n", .breaking, "Deliveries.petReady"),
    Edit(
      "schema: {type: string, format: uuid}", "schema: {type: integer}", .breaking,
      "Deliveries.petReady"),
    Edit("info: {title: Shop,", "info: {title: Shop, description: sells,", .docs),
  ]

  @Test func verdictsAreTheCompilers() async throws {
    let root = NSTemporaryDirectory() + "swiftview-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: root) }
    for (index, edit) in Self.edits.enumerated() {
      try Self.write(Self.page, "\(root)/old/shop\(index).yaml")
      try Self.write(Self.page.replacing(edit.from, with: edit.to), "\(root)/new/shop\(index).yaml")
    }
    let (olds, news) = (try Self.read("\(root)/old"), try Self.read("\(root)/new"))
    var reports: [Report] = []
    var lines: [String] = []
    var ranges: [Range<Int>] = []
    var witnesses: [(edit: Int, line: Int)] = []
    for (index, (old, new)) in zip(olds, news).enumerated() {
      let report = compare(old: old.document, new: new.document, options: new.options)
      reports.append(report)
      let contract = Contract.lower(old.document).contract
      let client = SwiftClient(of: SymbolTable(Outline(contract, new.options)))
      ranges.append(lines.count..<lines.count + client.lines.count)
      lines += client.lines
      for finding in report.findings where finding.swift == .breaking {
        witnesses.append((index, lines.count))
        lines.append(finding.witness ?? "")
      }
    }
    let clients = lines
    async let earlier = SwiftCompiler.refused(clients, by: "old", in: root)
    async let later = SwiftCompiler.refused(clients, by: "new", in: root)
    let (before, after) = try await (earlier, later)
    #expect(before.map { $0 < lines.count ? lines[$0] : "the module itself" } == [])
    #expect(!after.contains(lines.count), "a new module does not compile")
    let unbroken = witnesses.filter { !after.contains($0.line) }
    #expect(unbroken.map { "\(Self.edits[$0.edit]): \(lines[$0.line])" } == [])
    var wrong: [String] = []
    for (index, edit) in Self.edits.enumerated() {
      let report = reports[index]
      let refused = ranges[index].filter(after.contains)
      let symbols = report.findings.flatMap(\.symbols)
      let isNamed = edit.symbol.isEmpty || symbols.contains("Shop\(index).\(edit.symbol)")
      if report.swift != edit.verdict || (report.swift == .breaking) == refused.isEmpty || !isNamed
      {
        wrong.append(
          "\(edit): said \(report.swift?.rawValue ?? "nothing") of \(symbols); refused \(refused.map { lines[$0] })"
        )
      }
    }
    #expect(wrong == [])
  }

  private static func write(_ text: String, _ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Generates the modules of a folder, and reads its descriptions in the order of the edits.
  private static func read(_ folder: String) throws -> [LoadedDescription] {
    let name = URL(fileURLWithPath: folder).lastPathComponent
    let output = "\(folder)/../modules/\(name)"
    let result = generate(GenerationRequest(inputs: [folder], output: output))
    #expect(result.diagnostics.all.filter { $0.severity == .error }.map(\.message) == [])
    let loaded = load(GenerationRequest(inputs: [folder])).documents
    return try edits.indices.map { index in
      try #require(loaded.first { $0.name.hasPrefix("shop\(index).") })
    }
  }
}
