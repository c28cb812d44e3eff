import Diagnostics

/// What a person asks of one run.
public struct GenerationRequest: Sendable {
  /// What may happen to the output folder.
  public enum Mode: Sendable {
    /// It is brought up to date.
    case write
    /// It is only compared.
    case compare
  }

  /// The folder that modules are written to when nobody says otherwise.
  public static let defaultOutput = "Generated"

  /// Folders and files with descriptions; `-` is standard input.
  public var inputs: [String]
  /// The text of standard input, when it is one of the inputs.
  public var standardInput: SourceFile?
  /// The folder to write to; before that of gen.yaml.
  public var output: String?
  /// A folder of templates that overlays the default one; before that of gen.yaml.
  public var templates: String?
  /// A configuration instead of the gen.yaml beside the descriptions.
  public var configuration: String?
  /// The folder that references may not leave, instead of the description's own.
  public var root: String?
  /// Where the inputs and what they refer to are read from.
  public var tree = FileTree.disk
  /// Which operations are wanted; before those of gen.yaml.
  public var selection: OperationSelection
  /// What may happen to the output folder.
  public var mode: Mode
  /// The folder where runs leave what the next one needs to see that nothing changed; `nil` does all
  /// the work every time.
  public var records: String?

  /// Makes a request; everything but the inputs has a default.
  public init(
    inputs: [String], standardInput: SourceFile? = nil, output: String? = nil,
    templates: String? = nil, configuration: String? = nil,
    selection: OperationSelection = OperationSelection(), mode: Mode = .write,
    records: String? = nil
  ) {
    self.inputs = inputs
    self.standardInput = standardInput
    self.output = output
    self.templates = templates
    self.configuration = configuration
    self.selection = selection
    self.mode = mode
    self.records = records
  }
}
