<#import "/words/en.ftl" as w>
Power out. We know it.
${w.shortBack()}
${w.lead('Call ', phone!'', '.')}
${w.reach()}
${w.causeMayBe()}
