import Testing

@testable import SwiftPlan

@Suite struct IdentifierTests {
  @Test(arguments: [
    ("image_list", "imageList"), ("imageList", "imageList"), ("ImageList", "imageList"),
    ("task_id", "taskID"), ("taskId", "taskID"), ("id", "id"), ("ID", "id"), ("urls", "urls"),
    ("image_urls", "imageURLs"), ("imageURLs", "imageURLs"), ("HTTPServer", "httpServer"),
    ("kling-v3-omni", "klingV3Omni"), ("Kling-3.0-omni", "kling3_0Omni"),
    ("sora-2-pro", "sora2Pro"), ("16:9", "_16_9"), ("720p", "_720p"), ("+1", "plus1"),
    ("-1", "minus1"), ("gmt+0", "gmtPlus0"), ("gmt-0", "gmt0"), ("asc", "asc"), ("ASC", "asc"),
    ("", "empty"), ("<", "lessThanSign"), ("*", "asterisk"), ("模型", "模型"), ("$ref", "ref"),
    ("X-Request-ID", "xRequestID"), ("SOME_CONST", "someConst"), ("iOSVersion", "iOSVersion"),
    ("@type", "type"), ("😀", "grinningFace"), ("first name", "firstName"), ("v1beta1", "v1beta1"),
  ])
  func membersAreLowerCamelCase(text: String, expected: String) {
    #expect(Identifier.member(text) == expected)
  }

  @Test(arguments: [
    ("overseaUSWest", "overseaUSWest"), ("enableBGM", "enableBGM"), ("x_y", "xY"),
    ("Shouted", "shouted"), ("16:9", "_16_9"),
  ])
  func chosenMembersStayWhenTheyAreGood(text: String, expected: String) {
    #expect(Identifier.member(chosen: text) == expected)
  }

  @Test(arguments: [
    ("pet", "Pet"), ("image_url", "ImageURL"), ("api.Task", "APITask"),
    ("3d-scene", "Value3dScene"),
    ("io.k8s.api.Pod", "IoK8sAPIPod"), ("OAuthToken", "OAuthToken"), ("URL", "URL"),
    ("error", "Error"), ("VideoURLs", "VideoURLs"),
  ])
  func typesAreUpperCamelCase(text: String, expected: String) {
    #expect(Identifier.type(text) == expected)
  }

  @Test(arguments: [
    ("default", "`default`"), ("self", "selfValue"), ("init", "initValue"), ("name", "name"),
    ("in", "`in`"), ("none", "noneValue"),
  ])
  func reservedMembersAreQuotedOrRenamed(name: String, expected: String) {
    #expect(ReservedWords.member(name) == expected)
  }
}
