import Contract
import Diagnostics

/// What a person may choose about the output.
public struct PlanOptions: Sendable {
  /// The module's name.
  public var module: String
  /// The namespace's name.
  public var namespace: String
  /// `public`, `package` or `internal`.
  public var access: String
  /// The description's path as shown in the header of each file.
  public var source: String
  /// Swift names by the name in the description: of components, or of properties as `Pet.status`.
  public var renames: [String: String]
  /// Swift types by format.
  public var formats: [String: String]
  /// More conformances for records.
  public var conformances: [String]
  /// Whether records and choices are `Hashable`, a seventh of what compiling a large API costs.
  public var isHashable: Bool
  /// Where renames were written, those that have to match something.
  public var renamePlaces: [String: SourceRange]
  /// Whether someone checks the description and hears of the names that come out otherwise.
  public var tellsNames = false

  /// Makes options; only names are needed.
  public init(
    module: String, namespace: String, access: String = "public", source: String,
    renames: [String: String] = [:], formats: [String: String] = [:], conformances: [String] = [],
    isHashable: Bool = true, renamePlaces: [String: SourceRange] = [:]
  ) {
    self.renamePlaces = renamePlaces
    self.module = module
    self.namespace = namespace
    self.access = access
    self.source = source
    self.renames = renames
    self.formats = formats
    self.conformances = conformances
    self.isHashable = isHashable
  }
}

/// Finds the Swift words for an API: names, types, signatures, literals.
public func plan(
  _ contract: APIContract, _ options: PlanOptions
) -> (plan: ModulePlan, diagnostics: DiagnosticList) {
  var planner = Planner(contract, options)
  let plan = planner.module()
  return (plan, planner.diagnostics)
}

/// The state of one planning; each file extends it by the part of the output it is named for.
struct Planner: Sendable {
  let contract: APIContract
  let options: PlanOptions
  var diagnostics = DiagnosticList()
  /// The name of each type; empty for what has none.
  var typeNames: TypeTable<String>
  /// The names of each type and those around it, from the namespace on: `Pet.Status`.
  var paths: TypeTable<String>
  /// The same in the description's words, gathered where there are renames.
  var writtenPaths: TypeTable<String>
  /// Types declared inside others, by the outer one.
  var children: TypeTable<[TypeID]>
  /// Types that stand directly in the namespace.
  var roots: [TypeID] = []
  /// The types around each type, from the outermost to itself; none for what has no name.
  var lineages: TypeTable<[TypeID]>
  /// The names of types that stand directly in the namespace.
  var rootNames: Set<String> = []
  /// About how many lines each type takes, with everything declared inside.
  var sizes: TypeTable<Int>
  /// The file of each type that is declared in an extension of the namespace or of another type.
  var fileNames: TypeTable<String?>
  /// Types that are declared in an extension of the type around them.
  var moved: TypeTable<Bool>
  /// Types with something inside that stands in another file.
  var isSplit: TypeTable<Bool>
  /// Types with limits, of their own or inside.
  var checked: TypeTable<Bool>
  /// Types that a request may hold.
  var sent: TypeTable<Bool>
  /// Types that an answer may hold.
  var received: TypeTable<Bool>
  /// Names of properties by type.
  var memberNames: TypeTable<[String]?>
  /// The error bodies of each operation.
  var failures: [[FailureShape]] = []
  /// The ways in of each operation, as a literal.
  var ways: [String] = []
  /// The error bodies of operations that name none themselves.
  var commonFailures: [FailureShape] = []
  /// The ways in of operations that name none themselves, as a literal.
  var commonSecurity: String?
  /// The fixed words of operations' paths, by index.
  let pathWords: [[String]]
  /// Operations' names by index.
  var operationNames: [String] = []
  /// What types for operations begin with, by index.
  var operationWords: [String] = []
  /// The credential that most operations take, by index.
  var mainCredential: Int?
  /// The servers under the names that callers know them by: the API's, then those of operations.
  var namedServers: [NamedServer] = []
  /// The variables of addresses that have known values, and the names of their types.
  var serverVariables: [(variable: Server.Variable, name: String)] = []
  /// Names of headers of answers.
  var headerNames: [HeaderIdentity: String] = [:]
  /// Whether the type of such a header is one of Foundation's.
  var needsFoundationForHeaders = false
  /// The names that a person could have chosen another for, gathered where there are renames.
  var renamable: Set<String> = []
  /// Names of the standard library and the runtime that a type of the description has too.
  var shadowed: Set<String> = []
  /// Tells quickly that a name is none of them.
  var shadowedFilter = WordFilter([])

  init(_ contract: APIContract, _ options: PlanOptions) {
    self.contract = contract
    self.options = options
    pathWords = contract.operations.map(Self.fixedWords)
    typeNames = TypeTable(contract, "")
    paths = TypeTable(contract, "")
    writtenPaths = TypeTable(contract, "")
    children = TypeTable(contract, [])
    lineages = TypeTable(contract, [])
    sizes = TypeTable(contract, 0)
    fileNames = TypeTable(contract, nil)
    moved = TypeTable(contract, false)
    isSplit = TypeTable(contract, false)
    checked = TypeTable(contract, false)
    sent = TypeTable(contract, false)
    received = TypeTable(contract, false)
    memberNames = TypeTable(contract, nil)
  }

  /// What the values of a type look like; of a type in an array, the rest is not copied.
  func shape(_ id: TypeID) -> Shape { contract.types[id.index].shape }

  mutating func module() -> ModulePlan {
    nameOperations()
    nameTypes()
    findDirections()
    findChecked()
    placeTypes()
    findCallParts()
    shareCallParts()
    let headers = self.headers()
    let (types, files) = self.files()
    let operations = contract.operations.indices.flatMap { self.operations($0) }
    let groups = group(operations)
    reportRenames()
    if options.tellsNames { reportNames() }
    return ModulePlan(
      module: options.module, namespace: options.namespace, access: options.access,
      source: options.source, title: contract.title, version: contract.version,
      documentation: documentation(),
      client: client(groups.own), types: types, headers: headers, files: files,
      operationFiles: groups.files,
      deliveries: deliveries(),
      words: RuntimeWords.all.map { ($0.name, word($0.name)) })
  }

  /// What the API is, its groups, and what else is to be known about it.
  private func documentation() -> [String] {
    let written = contract.documentation
    let tags = contract.tags.map { tag in
      let text = tag.documentation.text?.firstParagraph?.replacing("\n", with: " ")
      let words = tag.documentation.summary ?? text
      return
        "- \(tag.name): \(DocComment.sentences([words, see(tag.documentation)]))"
    }
    let particulars = contract.particulars.map { "- \($0.name): \($0.text)" }
    return DocComment.lines(
      [contract.title, written.summary, written.text]
        + [tags, particulars].map { $0.isEmpty ? nil : $0.joined(separator: "\n") }
        + [see(written)],
      indent: 0)
  }

  /// Where to read more, as a sentence.
  func see(_ documentation: Documentation) -> String? {
    documentation.link.map { "See <\($0)>." }
  }

  /// A name of the standard library or the runtime as it has to be printed here.
  func word(_ name: String) -> String {
    guard shadowedFilter.mayHold(name), shadowed.contains(name),
      let word = RuntimeWords.all.first(where: { $0.name == name })
    else { return name }
    return "\(word.module).\(name)"
  }
}

/// The names that generated code uses without declaring them.
public enum RuntimeWords {
  static let all: [(name: String, module: String)] =
    standard.map { ($0, "Swift") } + foundation.map { ($0, "Foundation") }
    + runtime.map { ($0, "ClientRuntime") }

  /// Every one of them, for those who must not hide any.
  public static let names = Set(all.map(\.name))

  /// Tells quickly that a name is none of them.
  static let filter = WordFilter(names)

  private static let standard = [
    "String", "Int", "Int32", "Int64", "UInt32", "UInt64", "Double", "Float", "Bool", "Codable",
    "Hashable", "Sendable", "Decoder", "Encodable", "Encoder", "ExpressibleByBooleanLiteral",
    "ExpressibleByFloatLiteral", "ExpressibleByIntegerLiteral", "ExpressibleByStringLiteral",
  ]

  static let foundation = ["Data", "Date", "Decimal", "URL", "UUID"]

  private static let runtime = [
    "APIClient", "APIError", "CalendarDate", "Call", "ChoiceCodable", "ClientOptions",
    "Constraints", "Credential",
    "Delivery", "EventStream", "FieldCodable", "FieldTable", "FileContent", "HTTPClient",
    "Indirect", "JSONLines", "JSONValue",
    "Nullable", "OpenEnum", "OpenIntegerEnum", "Part", "PlaceCodable", "Probe", "RequestBody",
    "ResponseBody",
    "ResponseHeader", "ServerAddress", "Tagged", "Transport", "Validated",
  ]
}
