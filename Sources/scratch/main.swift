
import Diagnostics
import YAML
import OpenAPI
import Contract
import SwiftPlan
import Foundation
import Generation
import Mustache

func scratch() throws {
  var library = TemplateLibrary()
  for f in try FileManager.default.contentsOfDirectory(atPath: "/work/main/Templates") where f.hasSuffix(".mustache") {
    let b = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "/work/main/Templates/\(f)")))
    library.add(String(f.dropLast(9)), SourceFile(name: "Templates/\(f)", bytes: b))
  }
  for d in library.diagnostics.all { print(d.id, d.message, d.location.map(\.description) ?? "") }
  let list: [(String, String, String)] = (ProcessInfo.processInfo.environment["SPECS"] ?? "specs/kling.yaml:KlingClient:Kling").split(separator: ",").map { let p = $0.split(separator: ":").map(String.init); return (p[0], p[1], p[2]) }
  for (path, module, ns) in list {
    let start = Date()
    let full = path.hasPrefix("/") ? path : "/work/main/\(path)"
    let url = URL(fileURLWithPath: full)
    let dir = ProcessInfo.processInfo.environment["ROOT"] ?? url.deletingLastPathComponent().path
    let ws = Workspace(root: dir) { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) }
    let file = SourceFile(name: full, bytes: [UInt8](try Data(contentsOf: url)))
    let over = full.replacingOccurrences(of: ".yaml", with: ".overlay.yaml")
    let overlay = FileManager.default.fileExists(atPath: over) && over != full ? SourceFile(name: over, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: over)))) : nil
    let loaded = ws.load(file, overlay: overlay)
    print("parsed", Date().timeIntervalSince(start))
    let v = loaded.document.map { validate($0) } ?? DiagnosticList()
    for d in loaded.diagnostics.all.prefix(10) { print(d.severity, d.id, d.message, d.location.map(\.description) ?? "") }
    for d in v.all.prefix(10) { print(d.severity, d.id, d.message, d.location.map(\.description) ?? "") }
    guard let document = loaded.document else { continue }
    print("loaded", Date().timeIntervalSince(start))
    let (contract, diagnostics) = lower(document)
    for d in diagnostics.all.prefix(20) { print(d.id, d.message, d.location.map(\.description) ?? "") }
    print("lowered", Date().timeIntervalSince(start))
    let (p, ds) = plan(contract, PlanOptions(module: module, namespace: ns, source: path))
    for d in ds.all.prefix(20) { print(d.id, d.message, d.location.map(\.description) ?? "") }
    print("planned", Date().timeIntervalSince(start))
    let object = context(p)
    let out = (ProcessInfo.processInfo.environment["OUT"] ?? "/work/main/Generated") + "/\(module)"
    func write(_ name: String, _ template: String, _ value: [String: Value]) throws {
      var o = object
      for (k, v) in value { o[k] = v }
      do {
        let bytes = try library.render(template, .object(o))
        let url = URL(fileURLWithPath: out + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
      } catch let error as TemplateFailure { for d in error.diagnostics.all { print(d.id, d.message, d.location.map(\.description) ?? "") }; throw error }
    }
    try? FileManager.default.removeItem(atPath: out)
    try write("Client.swift", "client", [:])
    try write("API.md", "api", [:])
    func list(_ key: String) -> [Object] { if case .list(let l)? = object[key] { return l.compactMap { if case .object(let o) = $0 { o } else { nil } } }; return [] }
    for f in list("files") { guard case .string(let n)? = f["name"] else { continue }; try write("Models/\(n).swift", "types", Dictionary(uniqueKeysWithValues: f.keys.map { ($0, f[$0]!) })) }
    for f in list("operationFiles") { guard case .string(let n)? = f["name"] else { continue }; try write("Operations/\(n).swift", "operations", Dictionary(uniqueKeysWithValues: f.keys.map { ($0, f[$0]!) })) }
    print(path, Date().timeIntervalSince(start))
  }
}
try scratch()
