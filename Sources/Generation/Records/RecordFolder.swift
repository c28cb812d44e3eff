import Diagnostics
import Foundation

/// Where records lie, one for each request: the user's folder for what can be made again.
struct RecordFolder: Sendable {
  private let path: String

  init(_ path: String) { self.path = path }

  /// The record of the last run of a request.
  func record(of request: GenerationRequest) -> RunRecord? {
    Files.read(place(of: request)).flatMap { RunRecord($0.bytes) }
  }

  /// Keeps a record; what cannot be kept is found out again next time.
  func keep(_ record: RunRecord, of request: GenerationRequest) {
    let place = place(of: request)
    let bytes = record.bytes
    if Files.read(place)?.bytes == bytes { return }
    let names = Files.names(in: path)
    // Requests with folders of the moment leave records that nobody asks for again.
    if names.count >= 200 {
      for name in names { try? FileManager.default.removeItem(atPath: Files.join(path, name)) }
    }
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try? Files.write(bytes, to: place)
  }

  private func place(of request: GenerationRequest) -> String {
    var print = Fingerprint()
    print.add(FileManager.default.currentDirectoryPath)
    for text in [request.output, request.templates, request.configuration, request.root] {
      print.add(text ?? "")
    }
    for input in request.inputs { print.add(input) }
    print.add(Mirrored.json(request.selection))
    return Files.join(path, "\(print).txt")
  }
}
