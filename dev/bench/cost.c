/* Runs a command, and says on standard error what it cost: CPU seconds and megabytes at most. */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **arguments) {
  int status = 0;
  struct rusage usage;
  if (count < 2) return 2;
  pid_t child = fork();
  if (child == 0) {
    execvp(arguments[1], arguments + 1);
    _exit(127);
  }
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) return 1;
  double seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
                   (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
#ifdef __APPLE__
  double megabytes = usage.ru_maxrss / 1048576.0;
#else
  double megabytes = usage.ru_maxrss / 1024.0;
#endif
  fprintf(stderr, "%.4f %.1f\n", seconds, megabytes);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
