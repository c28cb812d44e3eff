#if os(Linux)
  import CCurl
  import Foundation

  /// A request's header lines as libcurl wants them, in one piece of memory.
  struct HeaderLines {
    /// Waiting for "100 Continue" costs a second with servers that do not know it.
    private static let fixed = "Expect:"

    /// The first line; libcurl reads on from it, until `free`.
    let first: UnsafeMutablePointer<curl_slist>

    init(_ headers: HTTPHeaders) {
      let fields = headers.fields
      let count = fields.count + 1
      // A colon and a space, and the zero at the end.
      let text = fields.reduce(Self.fixed.utf8.count + 1) {
        $0 + $1.name.utf8.count + $1.value.utf8.count + 3
      }
      let stride = MemoryLayout<curl_slist>.stride
      let memory = UnsafeMutableRawPointer.allocate(
        byteCount: count * stride + text, alignment: MemoryLayout<curl_slist>.alignment)
      first = memory.bindMemory(to: curl_slist.self, capacity: count)
      var end = (memory + count * stride).bindMemory(to: UInt8.self, capacity: text)
      for index in 0..<count {
        let line = UnsafeMutableRawPointer(end).assumingMemoryBound(to: CChar.self)
        let next = index + 1 < count ? first + index + 1 : nil
        (first + index).initialize(to: curl_slist(data: line, next: next))
        if index == 0 {
          Self.append(Self.fixed, &end)
        } else {
          Self.append(fields[index - 1], &end)
        }
        end.pointee = 0
        end += 1
      }
    }

    func free() { UnsafeMutableRawPointer(first).deallocate() }

    private static func append(_ field: HTTPHeaders.Field, _ end: inout UnsafeMutablePointer<UInt8>)
    {
      append(field.name, &end)
      // This is how libcurl is told to send a header without a value, spaces being none.
      if field.value.utf8.allSatisfy({ $0 == 32 || $0 == 9 }) { return append(";", &end) }
      append(": ", &end)
      append(field.value, &end)
    }

    private static func append(_ text: String, _ end: inout UnsafeMutablePointer<UInt8>) {
      end += text.withBytes { bytes in
        if let start = bytes.baseAddress { end.update(from: start, count: bytes.count) }
        return bytes.count
      }
    }
  }
#endif
