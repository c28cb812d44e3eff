extension RunRecord {
  /// Whether everything that a run with this key reads and writes is still as it was.
  func isCurrent(
    key: String, modules: [String], _ folder: OutputFolder, isGone: (_ source: String) -> Bool
  ) -> Bool {
    self.key == key && Set(modules) == Set(manifests.keys)
      && inputs.allSatisfy { ReadLog.mark(Files.read($0.key)) == $0.value }
      && folder.holds(manifests, isGone: isGone)
  }

  /// What a run says that found nothing changed.
  var result: GenerationResult {
    var result = GenerationResult()
    result.moduleCount = moduleCount
    result.fileCount = fileCount
    result.knownFindingCount = findingCount
    return result
  }
}

extension OutputFolder {
  /// Whether modules have these manifests, all files that the manifests name are as written, and no
  /// other module waits for its removal.
  func holds(_ manifests: [String: String], isGone: (_ source: String) -> Bool) -> Bool {
    for name in modulesOnDisk() where manifests[name] == nil {
      if let other = manifest(of: name), isGone(other.source) { return false }
    }
    return manifests.allSatisfy { name, hash in
      guard let manifest = manifest(of: name), Manifest.hash(manifest.bytes) == hash else {
        return false
      }
      return manifest.files.allSatisfy { file, hash in
        OutputTree.isInside(file) && occupant(of: "\(name)/\(file)") == .something
          && Files.bytes(joined(name, file)).map(Manifest.hash) == hash
      }
    }
  }
}
