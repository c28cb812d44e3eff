/// H.264 in its baseline profile, every picture a key picture of samples as they are (I_PCM).
///
/// That is the one way to code a video that needs no transform, no prediction and no entropy coder,
/// and that every decoder must read.
struct AdvancedVideo {
  let size: FrameSize

  private static let sequence: UInt8 = 0x67
  private static let pictureSet: UInt8 = 0x68
  private static let keyPicture: UInt8 = 0x65

  /// The sequence parameter set.
  var sequenceSet: [UInt8] {
    var bits = BitWriter()
    bits.bits(66, 8)  // baseline
    bits.bits(0b1100_0000, 8)  // constrained, so main decoders read it as well
    bits.bits(Self.level, 8)
    bits.number(0)  // seq_parameter_set_id
    bits.number(0)  // log2_max_frame_num_minus4
    bits.number(2)  // pic_order_cnt_type: pictures are shown as they come
    bits.number(1)  // max_num_ref_frames
    bits.bit(false)
    bits.number(size.codedWidth / 16 - 1)
    bits.number(size.codedHeight / 16 - 1)
    bits.bit(true)  // frame_mbs_only
    bits.bit(true)  // direct_8x8_inference
    bits.bit(true)  // cropped, in steps of two samples
    for edge in [0, size.codedWidth - size.width, 0, size.codedHeight - size.height] {
      bits.number(edge / 2)
    }
    bits.bit(false)  // no VUI
    bits.end()
    return Self.unit(Self.sequence, bits.bytes)
  }

  /// The picture parameter set.
  var pictureSet: [UInt8] {
    var bits = BitWriter()
    bits.number(0)  // pic_parameter_set_id
    bits.number(0)  // seq_parameter_set_id
    bits.bits(0, 2)  // CAVLC, one field order
    for _ in 0..<3 { bits.number(0) }  // one slice group, one reference each
    bits.bits(0, 3)  // no weights
    for _ in 0..<3 { bits.number(0) }  // quantisers
    bits.bits(0b100, 3)  // the slice says whether it is deblocked
    bits.end()
    return Self.unit(Self.pictureSet, bits.bytes)
  }

  static let level = 20

  /// One picture; `index` only tells it from its neighbours.
  func picture(_ picture: Picture, index: Int) -> [UInt8] {
    var bits = BitWriter()
    bits.number(0)  // first_mb_in_slice
    bits.number(7)  // every slice is of kind I
    bits.number(0)  // pic_parameter_set_id
    bits.bits(0, 4)  // frame_num
    bits.number(index % 2)  // idr_pic_id
    bits.bits(0, 2)  // dec_ref_pic_marking
    bits.number(0)  // slice_qp_delta
    bits.number(1)  // not deblocked
    for y in stride(from: 0, to: picture.height, by: 16) {
      for x in stride(from: 0, to: picture.width, by: 16) {
        bits.number(25)  // I_PCM
        bits.align()
        Self.copy(picture.luma, width: picture.width, x: x, y: y, side: 16, to: &bits)
        for plane in [picture.blue, picture.red] {
          Self.copy(plane, width: picture.width / 2, x: x / 2, y: y / 2, side: 8, to: &bits)
        }
      }
    }
    bits.end()
    return Self.unit(Self.keyPicture, bits.bytes)
  }

  private static func copy(
    _ plane: [UInt8], width: Int, x: Int, y: Int, side: Int, to bits: inout BitWriter
  ) {
    for row in y..<y + side {
      bits.append(plane[row * width + x..<row * width + x + side])
    }
  }

  /// A unit with its header, and a byte between zeros that would look like the start of another.
  private static func unit(_ header: UInt8, _ payload: [UInt8]) -> [UInt8] {
    var unit = [header]
    unit.reserveCapacity(payload.count + 8)
    var zeros = 0
    for byte in payload {
      if zeros == 2, byte <= 3 {
        unit.append(3)
        zeros = 0
      }
      unit.append(byte)
      zeros = byte == 0 ? zeros + 1 : 0
    }
    return unit
  }
}
