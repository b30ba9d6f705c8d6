#import <Foundation/Foundation.h>
#include <stdio.h>

int main(void) {
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    char line[200];
    for (int i = 0; i < 2; i++) {
        if (!fgets(line, sizeof line, stdin)) return 1;
        NSString *text = [NSString stringWithUTF8String: line];
        fputs([text UTF8String], stdout);
    }
    puts([@"žluťoučký kůň, καλημέρα, 日本語, 🙂" UTF8String]);
    [pool release];
}
