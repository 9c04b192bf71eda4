// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/metricpanel.h"

#include "words/translate.h"
#include "words/visible.h"

namespace warroom::words {

namespace {

QString sentenceFor(panels::Reason reason)
{
    using panels::Reason;
    switch (reason) {
    case Reason::NotAPanel:
        return Words::tr("something else stands where a panel should");
    case Reason::NoMeasure:
        return Words::tr("it shows no measure");
    case Reason::InLibrary:
        return Words::tr("it is kept in a library, not in this file");
    case Reason::NoQuery:
        return Words::tr("it asks for nothing");
    case Reason::OtherSource:
        return Words::tr("it asks “%1”, not a Prometheus");
    case Reason::LogQl:
        return Words::tr("it asks for logs (LogQL), not for metrics");
    case Reason::MetricsQl:
        return Words::tr("only VictoriaMetrics understands “%1” (MetricsQL)");
    case Reason::Template:
        return Words::tr("it is a template that was not filled in");
    case Reason::NoValue:
        return Words::tr("the variable “%1” has no value that could stand there");
    case Reason::Malformed:
        return Words::tr("it is no PromQL");
    case Reason::Invisible:
        return Words::tr("there is a character in it that cannot be seen");
    case Reason::TooLong:
        return Words::tr("it is too long");
    }
    Q_UNREACHABLE();
}

QString sentenceFor(panels::Fault::Code code)
{
    using Code = panels::Fault::Code;
    switch (code) {
    case Code::NotText:
        return Words::tr("This file is no text.");
    case Code::NotJson:
        return Words::tr("This is not valid JSON, line %1");
    case Code::NotYaml:
        return Words::tr("This is not valid YAML, line %1");
    case Code::NoPanels:
        return Words::tr("This is neither a dashboard of Grafana nor a file of rules.");
    case Code::TooMany:
        return Words::tr("There are more than 5000 panels in this file.");
    }
    Q_UNREACHABLE();
}

QString with(const QString& sentence, const QString& detail)
{
    return sentence.contains(QLatin1String("%1")) ? sentence.arg(visible(detail)) : sentence;
}

} // namespace

QString panelRefusal(const panels::Refusal& refusal) { return with(sentenceFor(refusal.reason), refusal.detail); }

QString panelFault(const panels::Fault& fault) { return with(sentenceFor(fault.code), fault.detail); }

QString unitDoubt(panels::UnitDoubt doubt)
{
    using panels::UnitDoubt;
    switch (doubt) {
    case UnitDoubt::SaysPercent:
        return Words::tr("the title speaks of percent, but the unit is none (percentunit from 0 to 1, percent to 100)");
    case UnitDoubt::RateAsPercent:
        return Words::tr("a rate is so many a second, not a percentage; a share divides it by the rate of all");
    case UnitDoubt::ShareAsPercent:
        return Words::tr("this goes from 0 to 1, which is percentunit; percent goes from 0 to 100");
    case UnitDoubt::PercentAsShare:
        return Words::tr("this goes from 0 to 100, which is percent; percentunit goes from 0 to 1");
    case UnitDoubt::LimitOutOfShare:
        return Words::tr("a limit is beyond 1, and percentunit goes from 0 to 1; 5 % are 0.05");
    }
    Q_UNREACHABLE();
}

} // namespace warroom::words
