using System.Globalization;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>The kind <c>htb</c>: reads the options of the discipline and of its classes in tc's words, with tc's complaints.</summary>
public sealed class HtbKind : QdiscKind
{
    private const uint DefaultMtu = 1600;
    private const ulong Hertz = 1_000_000_000;

    private const string Usage = """
        Usage: ... qdisc add ... htb [default N] [r2q N]
                              [direct_qlen P] [offload]
         default  minor id of class to which unclassified packets are sent {0}
         r2q      DRR quantums are computed as rate in Bps/r2q {10}
         debug    string of 16 numbers each 0-3 {0}

         direct_qlen  Limit of the direct queue {in packets}
         offload  enable hardware offload
        ... class add ... htb rate R1 [burst B1] [mpu B] [overhead O]
                              [prio P] [slot S] [pslot PS]
                              [ceil R2] [cburst B2] [mtu MTU] [quantum Q]
         rate     rate allocated to this class (class can still borrow)
         burst    max bytes burst which can be accumulated during idle period {computed}
         mpu      minimum packet size used in rate computations
         overhead per-packet size overhead used in rate computations
         linklay  adapting to a linklayer e.g. atm
         ceil     definite upper class rate (no borrows) {rate}
         cburst   burst but for ceil {computed}
         mtu      max packet size we create rate map for {1600}
         prio     priority of leaf; lower are served first {0}
         quantum  how much bytes to serve from leaf at once {use r2q}

        TC HTB version 3.3
        """;

    /// <inheritdoc/>
    public override string Name => "htb";

    /// <inheritdoc/>
    public override bool HasClassOptions => true;

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new HtbQdisc(device);

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        var options = new HtbOptions();
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (Words.Matches(word, "r2q")) options = options with { RateToQuantum = Number(args.Next(word), "r2q") };
            else if (Words.Matches(word, "default")) options = options with { Default = Minor(args.Next(word)) };
            else if (Words.Matches(word, "debug")) args.Next(word);
            else if (Words.Matches(word, "direct_qlen")) options = options with { DirectLimit = Number(args.Next(word), "direct_qlen") };
            else if (Words.Matches(word, "offload")) options = options with { Offload = true };
            else throw Unknown(word);
        }

        return options;
    }

    /// <inheritdoc/>
    public override ClassOptions ParseClass(ArgReader args)
    {
        var values = new ClassValues { Mtu = DefaultMtu };
        while (!args.AtEnd) ReadClassOption(args, ref values);
        if (values.Rate == 0) throw new Iproute2Exception("\"rate\" is required.");
        if (values.Ceil == 0) values.Ceil = values.Rate;
        if (values.Burst == 0) values.Burst = (uint)(values.Rate / Hertz) + values.Mtu;
        if (values.CeilBurst == 0) values.CeilBurst = (uint)(values.Ceil / Hertz) + values.Mtu;
        return new HtbClassOptions
        {
            Rate = values.Rate,
            Ceil = values.Ceil,
            BurstTicks = PschedTicks.FromBytes(values.Rate, values.Burst),
            CeilBurstTicks = PschedTicks.FromBytes(values.Ceil, values.CeilBurst),
            Priority = values.Priority,
            Quantum = values.Quantum,
            Overhead = values.Overhead,
            Mpu = values.Mpu,
            Atm = values.Atm,
        };
    }

    private static void ReadClassOption(ArgReader args, ref ClassValues values)
    {
        var word = args.Next();
        if (Words.Matches(word, "prio")) values.Priority = Number(args.Next(word), "prio");
        else if (Words.Matches(word, "mtu")) values.Mtu = Number(args.Next(word), "mtu");
        else if (Words.Matches(word, "mpu")) values.Mpu = Short(args.Next(word), "mpu");
        else if (Words.Matches(word, "overhead")) values.Overhead = Short(args.Next(word), "overhead");
        else if (Words.Matches(word, "linklayer")) values.Atm = RateWords.IsAtm(args.Next(word)) ?? throw Illegal("linklayer");
        else if (Words.Matches(word, "quantum")) values.Quantum = Number(args.Next(word), "quantum");
        else if (Words.Matches(word, "burst") || word is "buffer" or "maxburst") values.Burst = Size(args.Next(word), word);
        else if (Words.Matches(word, "cburst") || word is "cbuffer" or "cmaxburst") values.CeilBurst = Size(args.Next(word), word);
        else if (word is "ceil") values.Ceil = Rate(args.Next(word), word, values.Ceil);
        else if (word is "rate") values.Rate = Rate(args.Next(word), word, values.Rate);
        else if (word is "help") throw new Iproute2Exception(Usage);
        else throw Unknown(word);
    }

    private static ulong Rate(string word, string option, ulong earlier)
    {
        if (earlier != 0) throw new Iproute2Exception($"Double \"{option}\" spec");
        return Units.TryParseRate(word, out var rate) ? rate : throw Illegal(option);
    }

    private static uint Size(string word, string option) => RateWords.TrySizeWithCell(word, out var size) ? size : throw Illegal(option);

    private static uint Number(string word, string option) =>
        uint.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Illegal(option);

    private static ushort Short(string word, string option) =>
        ushort.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Illegal(option);

    private static uint Minor(string word)
    {
        var digits = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? word.AsSpan(2) : word;
        return uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : throw Illegal("default");
    }

    private static Iproute2Exception Illegal(string option) => new($"Illegal \"{option}\"\n{Usage}");

    private static Iproute2Exception Unknown(string word) => new($"What is \"{word}\"?\n{Usage}");

    private struct ClassValues
    {
        public ulong Rate;
        public ulong Ceil;
        public uint Burst;
        public uint CeilBurst;
        public uint Mtu;
        public uint Priority;
        public uint Quantum;
        public ushort Mpu;
        public ushort Overhead;
        public bool Atm;
    }
}
