#import <Foundation/Foundation.h>
#include <stdio.h>

int main(void) {
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    NSFileHandle *wire = [NSFileHandle fileHandleAsClientAtAddress: @"192.0.2.1" service: @"80" protocol: @"tcp"];
    if (wire == nil) puts("no network");
    [pool release];
}
