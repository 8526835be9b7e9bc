namespace ActorNet.Node.Bench.Accuracy;

/// <summary>Where frames go through an ifb that is shaped. Dispose takes it away.</summary>
internal interface IAccuracyPath : IAsyncDisposable
{
    /// <summary>A word of <see cref="AccuracyPaths"/>.</summary>
    string Name { get; }

    /// <summary>Whether it has the kinds of qdisc that an experiment needs.</summary>
    bool Takes(Experiment experiment);

    /// <summary>Shapes, sends, and tells what came out.</summary>
    /// <param name="experiment">What to set and to send.</param>
    /// <param name="seed">Of what is random; a path that cannot be given one ignores it.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="Cli.NodeException">A line was refused, or nothing came out.</exception>
    Task<Observation> RunAsync(Experiment experiment, ulong seed, CancellationToken stop);
}
