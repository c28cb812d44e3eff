/// Files of types as they fill up.
struct FilePlans {
  /// Where a type stands: the file and the place in it.
  struct Place {
    var file: Int
    var type: Int
  }

  private(set) var all: [FilePlan] = []
  /// Files by their names without regard to case, because for some file systems that is one file.
  private var files: [String: Int] = [:]

  subscript(place: Place) -> TypePlan {
    get { all[place.file].types[place.type] }
    set { all[place.file].types[place.type] = newValue }
  }

  mutating func add(
    _ plan: TypePlan, to name: String, scope: String, imports: [String]
  ) -> Place {
    let key = name.lowercased()
    let file = files[key] ?? all.count
    if file == all.count {
      files[key] = file
      all.append(FilePlan(name: name, scope: scope, imports: imports, types: []))
    }
    all[file].name = min(all[file].name, name)
    if imports.count > all[file].imports.count { all[file].imports = imports }
    all[file].types.append(plan)
    return Place(file: file, type: all[file].types.count - 1)
  }
}
