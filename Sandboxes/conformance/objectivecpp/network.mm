#import <Foundation/Foundation.h>
#include <iostream>

int main() {
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    NSFileHandle *wire = [NSFileHandle fileHandleAsClientAtAddress: @"192.0.2.1" service: @"80" protocol: @"tcp"];
    if (wire == nil) std::cout << "no network\n";
    [pool release];
}
