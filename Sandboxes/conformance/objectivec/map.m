#import <Foundation/Foundation.h>
#include <stdio.h>

int main(void) {
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    NSCountedSet *counts = [NSCountedSet set];
    char word[100];
    while (scanf("%99s", word) == 1) [counts addObject: [NSString stringWithUTF8String: word]];
    printf("%lu\n%lu\n", (unsigned long)[counts count], (unsigned long)[counts countForObject: @"judge"]);
    [pool release];
}
