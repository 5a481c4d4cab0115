// `cdk synth` and `cdk deploy` start here; synthesis needs no network and no account.
import { App } from 'aws-cdk-lib';
import { installation } from './installation.ts';

installation(new App());
