#if canImport(Glibc)
  import Glibc
#endif

/// A list that grows, and whose memory can be given to a tree without a copy.
struct Slab<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  /// Makes an empty list with room for some elements.
  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    base = Self.memory(self.capacity)
  }

  deinit { base.deallocate() }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return base[index]
    }
    _modify {
      precondition(index >= 0 && index < count)
      yield &base[index]
    }
  }

  mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    guard let source = elements.baseAddress, !elements.isEmpty else { return }
    if elements.count > capacity - count { grow(by: elements.count) }
    (base + count).initialize(from: source, count: elements.count)
    count += elements.count
  }

  /// What it holds, until it is changed next.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  /// What it holds, to be changed in place before anything is added.
  var mutableElements: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: base, count: count)
  }

  /// Hands the memory over to who takes care of it from now on, and is empty.
  mutating func give() -> UnsafeBufferPointer<Element> {
    let given = elements
    capacity = 16
    count = 0
    base = Self.memory(capacity)
    return given
  }

  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = Self.memory(capacity)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
  }

  /// Room for some elements; a large one in large pages: the faults of small ones took one part in
  /// 25 of the time for comparing two large descriptions.
  private static func memory(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    #if canImport(Glibc)
      let page = 1 << 21
      let bytes = capacity * MemoryLayout<Element>.stride
      if bytes >= 2 * page {
        let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: page)
        madvise(raw, bytes, MADV_HUGEPAGE)
        return raw.bindMemory(to: Element.self, capacity: capacity)
      }
    #endif
    return .allocate(capacity: capacity)
  }
}
