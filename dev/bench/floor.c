/* The least that reading YAML can cost: libyaml's own events over files, nothing kept. */
#include <stdio.h>
#include <yaml.h>

static int run(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    fprintf(stderr, "cannot read %s\n", path);
    return 1;
  }
  yaml_parser_t parser;
  yaml_event_t event;
  long events = 0;
  int done = 0;
  if (!yaml_parser_initialize(&parser)) return 1;
  yaml_parser_set_input_file(&parser, file);
  while (!done) {
    if (!yaml_parser_parse(&parser, &event)) {
      fprintf(stderr, "line %zu: %s\n", parser.problem_mark.line + 1, parser.problem);
      return 1;
    }
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    events++;
  }
  printf("%ld events\n", events);
  yaml_parser_delete(&parser);
  fclose(file);
  return 0;
}

int main(int count, char **arguments) {
  if (count < 2) {
    fprintf(stderr, "usage: floor FILE...\n");
    return 2;
  }
  for (int index = 1; index < count; index++) {
    if (run(arguments[index])) return 1;
  }
  return 0;
}
