/* Answers every HTTP request with a greeting and the number of requests so far.
 *
 *   server [PORT]           default 8080; ends on SIGTERM and SIGINT
 *   server --check [PORT]   asks a server on this machine once; 0 when it answers well
 */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "greeting.h"

static volatile sig_atomic_t ending = 0;

static void end(int signal_number)
{
    (void)signal_number;
    ending = 1;
}

static int fail(const char *what)
{
    perror(what);
    return 1;
}

static struct sockaddr_in address_of(in_addr_t host, int port)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((unsigned short)port) };
    address.sin_addr.s_addr = htonl(host);
    return address;
}

static int check(int port)
{
    char answer[16] = "";
    struct sockaddr_in address = address_of(INADDR_LOOPBACK, port);
    int connection = socket(AF_INET, SOCK_STREAM, 0);
    if (connection < 0 || connect(connection, (struct sockaddr *)&address, sizeof address) < 0) return fail("connect");
    static const char request[] = "GET / HTTP/1.0\r\n\r\n";
    if (write(connection, request, sizeof request - 1) < 0) return fail("write");
    if (read(connection, answer, sizeof answer - 1) < 0) return fail("read");
    close(connection);
    return strncmp(answer, "HTTP/1.0 200", 12) == 0 ? 0 : 1;
}

static void answer_one(int connection, unsigned long number)
{
    char request[4096], body[256], head[128];
    if (read(connection, request, sizeof request) <= 0) return;
    int length = greeting(body, sizeof body, number);
    snprintf(head, sizeof head, "HTTP/1.0 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: %d\r\n\r\n", length);
    if (write(connection, head, strlen(head)) < 0 || write(connection, body, (size_t)length) < 0) perror("write");
}

static int serve(int port)
{
    int yes = 1;
    struct sockaddr_in address = address_of(INADDR_ANY, port);
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0) return fail("socket");
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0) return fail("bind");
    if (listen(listener, 16) < 0) return fail("listen");
    printf("listening on port %d\n", port);
    fflush(stdout);
    for (unsigned long number = 1; !ending; number++) {
        int connection = accept(listener, NULL, NULL);
        if (connection < 0) continue;
        answer_one(connection, number);
        close(connection);
    }
    return 0;
}

int main(int argc, char **argv)
{
    int checking = argc > 1 && strcmp(argv[1], "--check") == 0;
    int port = argc > 1 + checking ? atoi(argv[1 + checking]) : 8080;
    if (checking) return check(port);
    struct sigaction action = { .sa_handler = end };
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    return serve(port);
}
