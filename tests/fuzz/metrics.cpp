// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/target.h"
#include "metrics/answer.h"

#include <algorithm>

using namespace warroom;
using namespace warroom::metrics;

int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const Result<Answer> answer = parse(fuzz::bytes(data, size));
    if (!answer) {
        fuzz::require(answer.error().code == ErrorCode::NotPrometheus, "what is no answer is of no Prometheus");
        return 0;
    }
    fuzz::require(answer->success == (answer->type != ResultType::None), "data has a type");
    fuzz::require(answer->success || answer->series.empty(), "a refusal has no data");
    fuzz::require(qsizetype(answer->series.size()) <= mostSeries, "series are bounded");
    for (const Series& series : answer->series) {
        fuzz::require(series.times.size() == series.values.size(), "every time has a value");
        fuzz::require(std::ranges::is_sorted(series.times), "times do not go back");
        fuzz::require(qsizetype(series.labels.size()) <= mostLabels, "labels are bounded");
        for (const Label& label : series.labels)
            fuzz::require(std::max(label.name.size(), label.value.size()) <= longestText, "labels are cut");
    }
    return 0;
}
