#import <Foundation/Foundation.h>
#include <stdio.h>

@interface Adder : NSOperation {
    int number;
}
- (id)initWithNumber: (int)n;
@end

static int total;
static NSLock *lock;

@implementation Adder
- (id)initWithNumber: (int)n {
    if ((self = [super init])) number = n;
    return self;
}

- (void)main {
    for (int i = 0; i < 1000; i++) {
        [lock lock];
        total += number;
        [lock unlock];
    }
}
@end

int main(void) {
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    lock = [[NSLock alloc] init];
    NSOperationQueue *queue = [[NSOperationQueue alloc] init];
    for (int i = 0; i < 4; i++) [queue addOperation: [[[Adder alloc] initWithNumber: i] autorelease]];
    [queue waitUntilAllOperationsAreFinished];
    printf("%d\n", total);
    [pool release];
}
