import Diagnostics
import Foundation
import OpenAPI
import SwiftPlan

@testable import Review

/// Outside material beside the project, which a fresh clone does not have.
enum Corpus {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/corpus").path

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder) }

  /// The rows of a table with a head, by column.
  static func table(_ path: String) throws -> [[String: String]] {
    let lines = try String(contentsOfFile: path, encoding: .utf8)
      .split(whereSeparator: \.isNewline).map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(head, $0), uniquingKeysWith: { $1 }) }
  }

  /// The report on two files, with options on their modules too; `nil` when one is no description.
  static func report(
    _ folder: String, _ old: String, _ new: String, _ options: PlanOptions? = nil
  ) throws -> Report? {
    guard let left = try document(folder, old), let right = try document(folder, new) else {
      return nil
    }
    return options.map { compare(old: left, new: right, options: $0) }
      ?? compare(old: left, new: right)
  }

  private static func document(_ folder: String, _ path: String) throws -> Document? {
    let space = Workspace(root: folder) { path in
      try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    }
    let name = "\(folder)/\(path)"
    return try space.load(
      SourceFile(name: name, bytes: [UInt8](Data(contentsOf: URL(fileURLWithPath: name))))
    ).document
  }
}
