/// What a walker meets that follows every alias of a tree.
struct Expansion {
  /// The record at which it becomes too large or too deep; `nil` when a walk is harmless.
  private(set) var excess: Int?
  private(set) var isTooDeep = false

  /// Counts in one pass: an alias stands for an earlier node, whose size and height are known.
  init(_ records: UnsafeBufferPointer<Tree.Record>) {
    var sizes = [Int](repeating: 0, count: records.count + 1)
    var heights = [UInt16](repeating: 1, count: records.count)
    var open: [Int] = []
    for index in records.indices {
      while let last = open.last, Int(records[last].end) <= index {
        open.removeLast()
        if let parent = open.last { heights[parent] = max(heights[parent], heights[last] + 1) }
      }
      let record = records[index]
      var size = 1
      if record.kind == .alias {
        let target = Int(record.start)
        size = sizes[Int(records[target].end)] - sizes[target]
        heights[index] = heights[target]
      }
      sizes[index + 1] = sizes[index] + size
      if record.kind == .sequence || record.kind == .mapping {
        open.append(index)
      } else if let parent = open.last {
        heights[parent] = max(heights[parent], heights[index] + 1)
      }
      isTooDeep = open.count + Int(heights[index]) > Limits.depth + 1
      if isTooDeep || sizes[index + 1] > Limits.expandedNodes {
        excess = index
        return
      }
    }
  }
}
