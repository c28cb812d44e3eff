import Testing

@testable import OmniVideo

struct PageTextTests {
  @Test(
    "A proxy's page becomes a line",
    arguments: [
      ("<html>\r\n<head><title>502 Bad\n Gateway</title></head>", "a web page, “502 Bad Gateway”"),
      ("<!DOCTYPE html><TITLE>Moved</TITLE>", "a web page, “Moved”"),
      ("<html><body><h1>Not\nhere</h1> now", "a web page, “Not here now”"),
      ("<html></html>", "a web page"), ("<html><title>cut", "a web page, “cut”"),
      ("upstream\n timed out", "upstream timed out"), ("a < b", "a < b"), ("", ""),
    ])
  func line(text: String, line: String) { #expect(PageText(text).line == line) }
}
