#import <Foundation/Foundation.h>
#include <stdio.h>

int main(void) {
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    NSData *data = [[NSFileHandle fileHandleWithStandardInput] readDataToEndOfFile];
    NSString *text = [[[NSString alloc] initWithData: data encoding: NSUTF8StringEncoding] autorelease];
    NSArray *lines = [[text stringByTrimmingCharactersInSet: [NSCharacterSet newlineCharacterSet]]
        componentsSeparatedByString: @"\n"];
    printf("%lu\n%s\n", (unsigned long)[lines count], [[lines lastObject] UTF8String]);
    [pool release];
}
