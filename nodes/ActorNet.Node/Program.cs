using ActorNet.Node.Cli;

return await ProgramRunner.RunAsync(args, Terminal.OfProcess()).ConfigureAwait(false);
