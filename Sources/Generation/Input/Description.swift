import Diagnostics
import SwiftPlan

/// One description to generate a module from, with everything chosen for it.
public struct Description: Sendable {
  /// The text.
  public var file: SourceFile
  /// Where it lies, for references to files beside it; `nil` for standard input.
  public var path: String?
  /// The folder that references may not leave.
  public var folder: String
  /// The overlay that corrects it.
  public var overlay: SourceFile?
  /// The names and choices that the output follows.
  public var options: PlanOptions
  /// Which operations are wanted.
  public var selection: OperationSelection
  /// What is chosen on the command line.
  var asked: [ConfigurationChoice] = []
  /// Where gen.yaml says what is chosen.
  var places: [ConfigurationChoice: SourceRange] = [:]
  /// Where the files that it refers to are read from.
  var tree = FileTree.disk
  /// Where reading notes the files that the description refers to.
  let reads = ReadLog()
}
