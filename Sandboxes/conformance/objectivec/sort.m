#import <Foundation/Foundation.h>
#include <stdio.h>

int main(void) {
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    int count, value;
    if (scanf("%d", &count) != 1) return 1;
    NSMutableArray *values = [NSMutableArray arrayWithCapacity: count];
    while (count-- > 0 && scanf("%d", &value) == 1) [values addObject: [NSNumber numberWithInt: value]];
    [values sortUsingSelector: @selector(compare:)];
    for (NSNumber *number in values) printf("%d\n", [number intValue]);
    [pool release];
}
