extension Program {
  /// Makes the lines of a body relative to the block, so that they can move with another one.
  mutating func settleIndent(ofBlock number: Int, isAlone: Bool, _ bytes: [UInt8]) {
    let block = blocks[number]
    var common: Range<Int>?
    visitIndents(block.body) { indent in
      guard let known = common else {
        common = indent
        return
      }
      let same = zip(bytes[known], bytes[indent]).prefix { $0 == $1 }.count
      common = known.lowerBound..<known.lowerBound + same
    }
    guard let common else { return }
    let strip = isAlone ? common.count : min(common.count, block.indent.count)
    let start = block.indent.lowerBound
    blocks[number].indent = isAlone ? common : start..<start + strip
    visitIndents(block.body) { $0 = $0.lowerBound + strip..<$0.upperBound }
  }

  private mutating func visitIndents(_ range: Range<Int>, _ visit: (inout Range<Int>) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      let current = index
      index += 1
      switch nodes[current] {
      case .line(var blanks):
        visit(&blanks)
        nodes[current] = .line(blanks)
      case .call(let number):
        index = calls[number].end
        if var indent = calls[number].indent {
          visit(&indent)
          calls[number].indent = indent
        }
      case .block(let number):
        index = blocks[number].body.upperBound
        visit(&blocks[number].indent)
      case .text, .variable, .section: break
      }
    }
  }
}
